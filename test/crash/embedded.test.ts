import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DirectoryState, directoryState } from '../support/directory-state.ts'
import { madeUpSchool } from '../support/made-up-school.ts'
import { type MusterProcess, startMuster } from '../support/process.ts'
import { watchApply } from './watch-apply.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-crash-'))
const dataDir = path.join(folder, 'data')
let undisturbed: DirectoryState

const started: MusterProcess[] = []

function muster(...words: readonly string[]): MusterProcess {
  const process = startMuster([...words, '--data', dataDir], { PORT: '0' })
  started.push(process)
  return process
}

/** What a data folder says of its server, as any of its processes reads it. */
function serverFacts() {
  const root = fs.existsSync(path.join(dataDir, 'database')) ? path.join(dataDir, 'database') : dataDir
  const [pid, , , , host = ''] = fs.readFileSync(path.join(root, 'pg18/postmaster.pid'), 'utf8').split('\n')
  const password = fs.readFileSync(path.join(root, 'pg18/db-password'), 'utf8')
  const address = { host, port: 5432, database: 'muster', ssl: false }
  return { pid: Number(pid), address, admin: { user: 'muster_admin', password } }
}

function isServerRunning(): boolean {
  return fs.existsSync(path.join(dataDir, 'pg18/postmaster.pid')) || fs.existsSync(path.join(dataDir, 'database/pg18/postmaster.pid'))
}

/** The state of a school, with a server that is running or is started for it. */
async function stateOf(school: string): Promise<DirectoryState> {
  const server = muster('start')
  await server.says('http://')
  const { address, admin } = serverFacts()
  const client = new pg.Client({ ...address, ...admin })
  await client.connect()
  await client.query('set search_path = muster')
  const state = await directoryState(
    { ask: async (statement, values) => (await client.query(statement, [...(values ?? [])])).rows },
    school,
  )
  await client.end()
  server.child.kill('SIGTERM')
  await server.ended
  return state
}

/** A sync that stops in its open transaction, before it writes to this table, and a hold on that table. */
async function syncThatWaits(school: string, table: string) {
  const source = madeUpSchool(folder, school, { pupils: 300 })
  const keeper = muster('start')
  await keeper.says('http://')
  const server = serverFacts()
  const watch = await watchApply(server)
  const letGo = await watch.block(table)
  const sync = muster('sync', '--source', source, '--import-staff')
  await watch.untilItWaits('muster sync')
  expect(await watch.depth('muster sync')).toBe('people written')
  return { source, server, watch, letGo, sync, keeper }
}

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  const { code } = await muster('sync', '--source', madeUpSchool(folder, 'calm', { pupils: 300 }), '--import-staff').ended
  expect(code).toBe(0)
  undisturbed = await stateOf('calm')
  expect(undisturbed.people.length).toBeGreaterThan(300)
})
afterAll(async () => {
  await Promise.all(started.map((it) => it.kill()))
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('survives kill -9 of the commands that use it, in the middle of an apply; the next command goes on with it and stops it', async () => {
    const { source, server, watch, letGo, sync, keeper } = await syncThatWaits('owner', 'directory_change')
    await Promise.all([keeper.kill(), sync.kill()])
    await letGo()
    await watch.untilGone('muster sync')
    expect(await watch.runState('owner')).toBe('ready')
    await watch.close()
    expect(serverFacts().pid).toBe(server.pid)
    expect(isServerRunning()).toBe(true)
    const again = await muster('sync', '--source', source, '--import-staff').ended
    expect(again).toMatchObject({ code: 0 })
    expect(isServerRunning()).toBe(false)
    expect(await stateOf('owner')).toEqual(undisturbed)
  })

  it('is started again by the next command after kill -9 of itself in the middle of an apply: nothing is half done', async () => {
    const { source, server, watch, sync, keeper } = await syncThatWaits('server', 'directory_change')
    process.kill(server.pid, 'SIGKILL')
    const { code, err } = await sync.ended
    expect(code).toBe(1)
    expect(err).toContain('Nothing is half done')
    keeper.child.kill('SIGTERM')
    await keeper.ended
    await watch.close().catch(() => {})
    expect((await stateOf('server')).people).toEqual([])
    const again = await muster('sync', '--source', source, '--import-staff').ended
    expect(again).toMatchObject({ code: 0 })
    expect(await stateOf('server')).toEqual(undisturbed)
    expect(isServerRunning()).toBe(false)
  })
})

import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Admin } from './connection.ts'
import { startEmbedded } from './start.ts'

const START = fileURLToPath(new URL('start.ts', import.meta.url))

let folder: string
let lines: string[]

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
  fs.chmodSync(folder, 0o755) // what mkdtemp makes is 0700
  lines = []
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function start(dataDir = path.join(folder, 'data')) {
  return startEmbedded({ dataDir, log: (line) => lines.push(line) })
}

async function ask<Row extends pg.QueryResultRow>(admin: Admin, statement: string): Promise<Row[]> {
  const client = new pg.Client({ ...admin })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

function isRunning(dataDir = path.join(folder, 'data')): boolean {
  return fs.existsSync(path.join(dataDir, 'pg18', 'postmaster.pid'))
}

/** A process of its own that starts the database, says so, and then waits to be killed. */
async function ownerProcess(dataDir: string) {
  const source = `import { startEmbedded } from ${JSON.stringify(START)}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {} })
    console.log('started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return {
    kill: () => {
      child.kill('SIGKILL')
      return new Promise((resolve) => child.on('close', resolve))
    },
  }
}

describe('startEmbedded', () => {
  it('makes a database that keeps what was written until the next start', async () => {
    const first = await start()
    expect(first.reused).toBe(false)
    await ask(first.admin, 'create table kept (it int); insert into kept values (7)')
    await first.stop()
    expect(isRunning()).toBe(false)

    const second = await start()
    expect(await ask(second.admin, 'select it from kept')).toEqual([{ it: 7 }])
    await second.stop()
    expect(lines.filter((it) => it.startsWith('database created'))).toHaveLength(1)
  })

  it('lets several start at once: one creates it, all use one server, the last one stops it', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => start()))
    expect(all.map((it) => it.reused).sort()).toEqual([false, true, true, true])
    expect(lines.some((it) => it.startsWith('waiting for another Muster that is starting the database'))).toBe(true)
    const servers = await Promise.all(all.map((it) => ask<{ at: Date }>(it.admin, 'select pg_postmaster_start_time() as at')))
    expect(new Set(servers.map(([row]) => row?.at.toISOString())).size).toBe(1)

    const [last, ...others] = all
    for (const it of others) await it.stop()
    expect(isRunning()).toBe(true)
    await last?.stop()
    expect(isRunning()).toBe(false)
  })

  it('keeps running while a client that is not Muster is connected', async () => {
    const { admin, stop } = await start()
    const client = new pg.Client({ ...admin })
    client.on('error', () => {})
    await client.connect()
    await stop()
    expect(isRunning()).toBe(true)
    await client.end()
    await (await start()).stop()
    expect(isRunning()).toBe(false)
  })

  it('starts and stops again and again at the same time without losing a server under anybody', async () => {
    const turns = async () => {
      for (let turn = 0; turn < 4; turn++) {
        const { admin, stop } = await start()
        expect(await ask(admin, 'select 1 as one')).toEqual([{ one: 1 }])
        await stop()
      }
    }
    await Promise.all([turns(), turns(), turns()])
    expect(isRunning()).toBe(false)
  })

  it('uses the server of a process that was killed, and stops it', async () => {
    const dataDir = path.join(folder, 'data')
    const owner = await ownerProcess(dataDir)
    await owner.kill()
    const { reused, stop } = await start()
    expect(reused).toBe(true)
    await stop()
    expect(isRunning()).toBe(false)
  })

  it('recovers what was committed when the server itself was killed', async () => {
    const first = await start()
    await ask(first.admin, 'create table kept (it int); insert into kept values (7)')
    const pid = Number.parseInt(fs.readFileSync(path.join(folder, 'data', 'pg18', 'postmaster.pid'), 'utf8'), 10)
    process.kill(pid, 'SIGKILL')
    await first.stop()
    const second = await start()
    expect(await ask(second.admin, 'select it from kept')).toEqual([{ it: 7 }])
    await second.stop()
  })

  it('starts although the pid of a server that is gone belongs to another program now', async () => {
    await (await start()).stop()
    const child = spawn('sleep', ['60'], process.getuid?.() === 0 ? ownerOf(path.join(folder, 'data', 'pg18')) : {})
    fs.writeFileSync(path.join(folder, 'data', 'pg18', 'postmaster.pid'), `${child.pid}\n${folder}\n1\n5432\n\n\n`)
    await (await start()).stop()
    child.kill()
  })

  it.each([
    ['is 0700', 'data', 0o700],
    ['has a path too long for a socket, with spaces', `${'long '.repeat(20)}/data`, 0o755],
    ['lies in a folder that only its owner may enter', 'closed/data', 0o755],
  ])('works in a data folder that %s', async (_name, name, mode) => {
    const dataDir = path.join(folder, name)
    fs.mkdirSync(dataDir, { recursive: true })
    if (name.startsWith('closed')) fs.chmodSync(path.join(folder, 'closed'), 0o700)
    fs.chmodSync(dataDir, mode)
    const { admin, stop } = await start(dataDir)
    expect(await ask(admin, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
    const link = path.join(dataDir, 'database')
    if (fs.existsSync(link)) fs.rmSync(fs.realpathSync(link), { recursive: true })
  })

  it('listens on no network address', async () => {
    const { admin, stop } = await start()
    expect(await ask(admin, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    await stop()
  })

  it('logs neither statements nor the values that errors name', async () => {
    const { admin, stop } = await start()
    await expect(ask(admin, "select 'Ada King'::uuid")).rejects.toThrow('Ada King')
    await expect(ask(admin, "do $$ begin raise warning 'Ada King'; end $$; select 'Ada King' from nowhere")).rejects.toThrow('nowhere')
    await stop()
    expect(fs.readFileSync(path.join(folder, 'data', 'postgres.log'), 'utf8')).not.toMatch(/Ada King|nowhere/)
  })

  it('does not begin anew where the database is gone that root had to keep elsewhere', async () => {
    const dataDir = path.join(folder, 'data')
    fs.mkdirSync(dataDir)
    fs.symlinkSync(path.join(folder, 'gone'), path.join(dataDir, 'database'))
    await expect(start(dataDir)).rejects.toThrow('Put that folder back from a backup')
  })

  it('says what to do when the data folder cannot be made', async () => {
    fs.writeFileSync(path.join(folder, 'file'), '')
    await expect(start(path.join(folder, 'file', 'data'))).rejects.toThrow('Choose a folder you may write to with --data DIR')
  })
})

function ownerOf(file: string) {
  const { uid, gid } = fs.statSync(file)
  return { uid, gid }
}

// `npm run crash -- [kills]`: kills that many syncs with `kill -9` while they apply a plan of more than 1,000 changes, each on
// a school of its own, syncs each once more, and prints what came of it. Works on a data folder of its own.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/db/index.ts'
import { directoryState } from '../support/directory-state.ts'
import { madeUpSchool } from '../support/made-up-school.ts'
import { startMuster } from '../support/process.ts'
import { type Killed, killApply, type When } from './kill-apply.ts'
import { watchApply } from './watch-apply.ts'

const TABLES = ['enrolment', 'link', 'directory_change', 'audit_entry']
const kills = Number(process.argv[2] ?? 36)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-kills-'))
fs.chmodSync(folder, 0o755)
const dataDir = path.join(folder, 'data')

await startMuster(['migrate', '--data', dataDir], {}).ended // makes the database
const { admin, stop } = await startEmbedded({ dataDir, log: () => {} })
const address = { host: admin.host, port: admin.port, database: 'muster', ssl: false }
const watch = await watchApply({ address, admin: { user: admin.user, password: admin.password } })
const client = new pg.Client({ ...admin, database: 'muster', application_name: 'muster kills' })
await client.connect()
await client.query('set search_path = muster')
const ask = async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
  (await client.query<Row>(statement, [...values])).rows

const calm = startMuster(wordsOf(madeUpSchool(folder, 'calm', { pupils: 1000 })), {})
await watch.untilState('calm', 'ready')
const since = performance.now()
await watch.untilState('calm', 'applied')
const applyMilliseconds = performance.now() - since
await calm.ended
const undisturbed = JSON.stringify(await directoryState({ ask }, 'calm'))
const [plan] = await ask<{ changes: number }>(`select count(*)::int as changes from plan_change group by run_id order by 1 desc limit 1`)
say(`an undisturbed apply of ${plan?.changes} changes takes ${Math.round(applyMilliseconds)} ms`)

const all: (Killed & { readonly isRight: boolean })[] = []
for (let number = 0; number < kills; number++) all.push(await killAndRecover(number))

const inside = all.filter((it) => it.depth !== null && it.depth !== 'no transaction').length
const wrong = all.filter((it) => !it.isRight).length
const applied = all.filter((it) => it.state === 'applied').length
say(`${kills} kills: ${inside} seen inside the open transaction; ${applied} applied, ${kills - applied} not; ${wrong} wrong`)
await watch.close()
await client.end()
await stop()
fs.rmSync(folder, { recursive: true, force: true })
process.exitCode = wrong > 0 ? 1 : 0

/** A third of the kills wait for a table, the others are spread over the apply; of these every other one is looked at first. */
function whenOf(number: number): When {
  const waitingFor = TABLES[(number / 3) % TABLES.length]
  if (number % 3 === 0 && waitingFor !== undefined) return { waitingFor }
  return { afterMilliseconds: ((applyMilliseconds * 1.1) / kills) * number, isFrozenFirst: number % 3 === 1 }
}

async function killAndRecover(number: number): Promise<Killed & { readonly isRight: boolean }> {
  const school = `kill-${number}`
  const source = madeUpSchool(folder, school, { pupils: 1000 })
  const when = whenOf(number)
  const killed = await killApply(watch, { words: wordsOf(source), environment: {}, school }, when)
  const after = await directoryState({ ask }, school)
  const isWhole = after.people.length === 0 ? killed.state === 'ready' : killed.state === 'applied' && JSON.stringify(after) === undisturbed
  const code = await syncOnce(source)
  const isRight = isWhole && code === 0 && JSON.stringify(await directoryState({ ask }, school)) === undisturbed
  const moment = 'waitingFor' in when ? `waiting to write to ${when.waitingFor}` : `${Math.round(when.afterMilliseconds)} ms after ready`
  say(
    [
      String(number + 1).padStart(3),
      moment.padEnd(36),
      (killed.depth ?? 'not looked').padEnd(15),
      killed.state,
      isRight ? 'right' : 'WRONG',
    ].join('  '),
  )
  return { ...killed, isRight }
}

async function syncOnce(source: string): Promise<number | null> {
  return (await startMuster(wordsOf(source), {}).ended).code
}

function wordsOf(source: string): readonly string[] {
  return ['sync', '--source', source, '--import-staff', '--data', dataDir]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { externalServer } from './external-server.ts'
import { type Figure, figure, runProduct, startProduct, temporaryFolder } from './measure.ts'

/** The district that others made, where its file is at hand. */
const DISTRICT = path.resolve('../shared/data/rosters/oneroster-zips/district-4441-users.zip')

/** A district in one file on the embedded database. */
export async function benchDistrict(): Promise<readonly Figure[]> {
  if (!fs.existsSync(DISTRICT)) return [{ what: 'district of 4,441 users', measured: 'its file is not here', asked: '≤ 10 s', isMet: true }]
  const data = path.join(temporaryFolder('district'), 'data')
  await runProduct(['migrate', '--data', data])
  const applied = await runProduct(['sync', '--source', DISTRICT, '--data', data, '--import-staff'])
  const again = await runProduct(['sync', '--source', DISTRICT, '--data', data, '--import-staff'])
  return [
    figure('district of 4,441 users: all schools applied', applied.seconds, 's', 10),
    figure('district of 4,441 users: unchanged', again.seconds, 's'),
  ]
}

/** 100 schools x 1,000 pupils through `muster sync`, a server and two workers. */
export async function benchHundredSchools(): Promise<readonly Figure[]> {
  const folder = temporaryFolder('hundred')
  const source = path.join(folder, 'source')
  const server = externalServer()
  const what = '100 schools x 1,000 pupils, external server, two workers'
  if (server === null) return [{ what, measured: 'no server here (set BENCH_DATABASE_URL)', asked: '≤ 45 s', isMet: true }]
  await runProduct(['generate', '--schools', '100', '--pupils', '1000', '--seed', '7', '--year', '1', '--out', source])
  fs.rmSync(path.join(source, 'truth.csv'))
  const environment = { DATABASE_URL: server.url, MUSTER_KEY: Buffer.alloc(32, 5).toString('base64') }
  await runProduct(['migrate'], environment)
  const workers = [startProduct(['worker'], environment), startProduct(['worker'], environment)]
  await Promise.all(workers.map((it) => new Promise((resolve) => it.stdout?.once('data', resolve))))
  const applied = await runProduct(['sync', '--source', source, '--json'], environment)
  const again = await runProduct(['sync', '--source', source, '--json'], environment)
  await Promise.all(workers.map(stop))
  server.stop()
  const created = applied.out
    .trim()
    .split('\n')
    .map((line): { changes?: { created: number } } => JSON.parse(line))
    .reduce((sum, it) => sum + (it.changes?.created ?? 0), 0)
  return [
    figure(`${what} (${server.version}): ${created.toLocaleString('en-GB')} people created`, applied.seconds, 's', 45),
    figure('the same, unchanged', again.seconds, 's'),
    figure('the same: largest resident memory of the command', applied.nodeMb, 'MB'),
  ]
}

function stop(worker: ChildProcess): Promise<unknown> {
  const closed = new Promise((resolve) => worker.on('close', resolve))
  worker.kill('SIGTERM')
  return closed
}

import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { type ExternalServer, externalServer } from '../../external-server.ts'
import { type ClusterFigures, clusterFigures, cpuSecondsOf } from '../../measure.ts'
import { ANY_NUMBER, type Engine, type MissingEngine, type Usage } from '../engine.ts'

const PEERS = path.resolve(import.meta.dirname, '../peers')
const NAME = 'PostgreSQL, fuzzystrmatch and pg_trgm, up to two processes'
const WATCH_MS = 50
/** What somebody who wants speed gives a server for one job: memory, and no promise to survive a crash. */
const SETTINGS = ['shared_buffers=1GB', 'fsync=off', 'max_wal_size=4GB', 'jit=off', 'autovacuum=off']

/** The server runs until the bench ends; `stop` must be called. */
export function postgresEngine(): { readonly engine: Engine | MissingEngine; readonly stop: () => void } {
  const missing = (reason: string) => ({ engine: { name: NAME, family: 'postgres', reason } as const, stop: () => {} })
  if (spawnSync('psql', ['--version']).status !== 0) return missing('no psql here (Debian: postgresql and postgresql-contrib, as root)')
  const server = externalServer(SETTINGS)
  if (server === null) return missing('no server here (set BENCH_DATABASE_URL, or Debian: postgresql and postgresql-contrib, as root)')
  const problem = contribProblem(server)
  if (problem !== null) {
    server.stop()
    return missing(problem)
  }
  return {
    engine: {
      name: NAME,
      family: 'postgres',
      version: server.version,
      pairsFile: 'pairs-postgres.csv',
      statuses: null,
      peopleMax: ANY_NUMBER,
      measure: (folder, hasSchools) => measure(server, folder, hasSchools ? 'with-school' : 'without-school'),
    },
    stop: server.stop,
  }
}

/** The database that every server has: ours is not made by this bench, and all tables go into a schema of its own. */
function psqlWords({ url }: ExternalServer): string[] {
  const address = new URL(url)
  address.pathname = '/postgres'
  return ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', address.href]
}

function contribProblem(server: ExternalServer): string | null {
  const query = "SELECT count(*) FROM pg_available_extensions WHERE name IN ('fuzzystrmatch', 'pg_trgm', 'unaccent')"
  const { stdout, stderr } = spawnSync('psql', [...psqlWords(server), '-At', '-c', query], { encoding: 'utf8' })
  if (stdout.trim() === '3') return null
  return stdout === ''
    ? `the server does not answer: ${stderr.trim().slice(0, 200)}`
    : 'the server has no fuzzystrmatch, pg_trgm and unaccent'
}

async function measure(server: ExternalServer, folder: string, schools: string): Promise<Usage> {
  const files = ['read', schools, 'decide'].flatMap((step) => ['-f', path.join(PEERS, `postgres-${step}.sql`)])
  const figures = (): ClusterFigures | null => (server.cluster === null ? null : clusterFigures(server.cluster))
  const before = figures()
  const since = performance.now()
  const child = spawn('psql', [...psqlWords(server), ...files], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let peakMb = before?.mb ?? 0
  let clientSeconds = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, figures()?.mb ?? 0)
    clientSeconds = Math.max(clientSeconds, cpuSecondsOf(child.pid ?? 0))
  }, WATCH_MS)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [complaints, code] = await Promise.all([text(child.stderr), ended])
  const seconds = (performance.now() - since) / 1000
  clearInterval(watch)
  if (code !== 0) throw new Error(complaints.trim().slice(-300))
  const after = figures()
  if (before === null || after === null) return { seconds, cpuSeconds: null, peakMb: null }
  return { seconds, cpuSeconds: after.cpuSeconds - before.cpuSeconds + clientSeconds, peakMb }
}

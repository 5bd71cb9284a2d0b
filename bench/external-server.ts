import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './measure.ts'

/** A PostgreSQL server that is not ours: BENCH_DATABASE_URL, else a private one from Debian's packages, else none. */
export interface ExternalServer {
  readonly url: string
  readonly version: string
  /** Where its files are; null for a server that may be anywhere. */
  readonly cluster: string | null
  stop(): void
}

/** `settings`, as `name=value`, are for a private server only: somebody else's is taken as it is. */
export function externalServer(settings: readonly string[] = []): ExternalServer | null {
  // biome-ignore lint/style/noProcessEnv: the one switch of the bench
  const url = process.env['BENCH_DATABASE_URL']
  if (url !== undefined && url !== '') return { url, version: 'BENCH_DATABASE_URL', cluster: null, stop: () => {} }
  const versions = '/usr/lib/postgresql'
  const version = fs.existsSync(versions) ? fs.readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined
  if (version === undefined || process.getuid?.() !== 0) return null
  return startCluster(path.join(versions, version, 'bin'), version, settings)
}

/** Without other settings, PostgreSQL's own, fsync on: what a school's server would be before anybody tuned it. */
function startCluster(bin: string, version: string, settings: readonly string[]): ExternalServer {
  const folder = temporaryFolder('server')
  fs.chmodSync(folder, 0o777)
  const data = path.join(folder, 'cluster')
  const password = randomBytes(12).toString('hex')
  const passwordFile = path.join(folder, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o644 })
  const asPostgres = (...words: string[]): void => {
    const done = spawnSync('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', ...words], {
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  asPostgres(
    path.join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    'bench',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
  )
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  asPostgres(
    path.join(bin, 'pg_ctl'),
    'start',
    '-s',
    '-w',
    '-D',
    data,
    '-l',
    path.join(folder, 'log'),
    '-o',
    ['-p', port, '-k', folder, ...['listen_addresses=127.0.0.1', ...settings].flatMap((it) => ['-c', it])].join(' '),
  )
  return {
    url: `postgres://bench:${password}@127.0.0.1:${port}/muster`,
    version: `PostgreSQL ${version}`,
    cluster: data,
    stop: () => asPostgres(path.join(bin, 'pg_ctl'), 'stop', '-s', '-m', 'fast', '-D', data),
  }
}

import { loadKey, readSettings, type Settings } from '../config/index.ts'
import { type Database, type DatabaseServer, isConnectionLost, openDatabase, parseDatabaseUrl, startEmbedded } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { failed } from './command.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'

/** What a command works with that needs the database. */
export interface Muster {
  readonly settings: Settings
  readonly database: Database
}

/** What a command says about itself to open the database. */
export interface OpenMusterOptions {
  /** The command's `--data`: that folder's database, whatever the environment says. */
  readonly data?: string | undefined
  /** The command's `--port`. */
  readonly port?: string | undefined
  /** How many schools the command works on at a time; 4 at the most where it does not say. */
  readonly schoolsAtOnce?: number
  /** Shown among the server's connections, such as `muster sync`. */
  readonly applicationName: string
  /** The work itself ends soon after `io.stopped`, so that it need not be left. */
  readonly stopsItself?: boolean
}

/** A run holds a transaction and notes its progress beside it: with fewer, runs would wait for each other's connections. */
const CONNECTIONS_OF_A_SCHOOL = 2

/** How long a command that is asked to stop may take to end its connections. */
const CLOSE_MILLISECONDS_MAX = 5_000

/**
 * Opens the database (starting or making the embedded one where no DATABASE_URL is given), does the work, and closes it
 * again; the embedded server stops with its last user. Says what is wrong when it cannot be opened. When the process is
 * asked to stop, the work is left where it is: what it has not committed is rolled back.
 */
export async function withMuster(io: Io, options: OpenMusterOptions, work: (muster: Muster) => Promise<ExitCode>): Promise<ExitCode> {
  const settings = readSettings(io.environment, overridesOf(options))
  if (!settings.ok) return failed(io, settings.failure)
  const key = loadKey(settings.value)
  if (!key.ok) return failed(io, key.failure)
  const place = await startServer(settings.value, key.value, io)
  try {
    const database = await open(place.server, options)
    if (!database.ok) return failed(io, database.failure)
    try {
      const working = work({ settings: settings.value, database: database.value })
      return await (options.stopsItself ? working : Promise.race([working, stopped(io)]))
    } catch (error) {
      if (!isConnectionLost(error)) throw error
      return failed(io, problem('database.connection_lost'))
    } finally {
      await closeInTime(database.value)
    }
  } finally {
    await place.stop()
  }
}

function overridesOf({ data, port }: OpenMusterOptions) {
  return { ...(data === undefined ? {} : { DATA_DIR: data, DATABASE_URL: '' }), ...(port === undefined ? {} : { PORT: port }) }
}

interface ServerPlace {
  readonly server: DatabaseServer
  stop(): Promise<void>
}

async function startServer(settings: Settings, key: Uint8Array, io: Io): Promise<ServerPlace> {
  if (settings.databaseUrl !== null) return { server: { ...parseDatabaseUrl(settings.databaseUrl), key }, stop: async () => {} }
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log: (line) => io.err(`${line}\n`) })
  const { host, port, user, password } = embedded.admin
  const address = { host, port, database: 'muster', ssl: false }
  return { server: { address, admin: { user, password }, key }, stop: embedded.stop }
}

async function open(server: DatabaseServer, { applicationName, schoolsAtOnce = 4 }: OpenMusterOptions): Promise<Result<Database, Problem>> {
  try {
    const opened = await openDatabase(server, { applicationName, connectionsMax: schoolsAtOnce * CONNECTIONS_OF_A_SCHOOL })
    return opened.ok ? ok(opened.value) : fail(opened.failure)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const address = `${server.address.host}:${server.address.port}`
    return fail(problem('database.unreachable', { params: { address, detail: error.message || (error.code ?? 'no reason given') } }))
  }
}

/** What the network or the server's door says: classes 08 connection, 28 login, 3D database; 53300 = too many clients. */
const REFUSAL = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|(08|28|3D)\w{3}|53300)$/

function isRefusal(error: unknown): error is Error & { code?: string } {
  if (!(error instanceof Error)) return false
  return 'code' in error ? REFUSAL.test(String(error.code)) : error.message.includes('timeout') // the driver's own time limit has no code
}

function stopped({ stopped: signal }: Io): Promise<ExitCode> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(EXIT.failed)
    signal.addEventListener('abort', () => resolve(EXIT.failed), { once: true })
  })
}

async function closeInTime(database: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MILLISECONDS_MAX)
  })
  await Promise.race([database.close(), tooLong])
  clearTimeout(timer)
}

import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ADMIN, readPassword } from './cluster.ts'
import { codeOf, readIfThere } from './files.ts'
import type { Place } from './place.ts'

/** How the embedded cluster's superuser connects. Row-level security does not hold for it: roles, database and backups only. */
export interface Admin {
  /** The folder of the server's socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** Part of the socket's name. Nothing listens on the network. */
export const SOCKET_PORT = 5432
/** The connection by which a process says that it uses the server. */
const PRESENCE = 'muster presence'
/** How long the server may take to notice that a client has closed: only then is one that still shows believed. */
const CLAIM_MILLISECONDS = 150
const CLIENT_MILLISECONDS = 1_000

/** A process's claim on the running server. Has a lifetime: end it before asking whether others are there. */
export interface Presence {
  readonly admin: Admin
  /** Gives the claim up, and says who else is connected. */
  end(): Promise<'nobody' | 'others' | 'server gone'>
}

/** Connects to the running server of this data folder; undefined when there is none that answers. */
export async function connectIfRunning(place: Place): Promise<Presence | undefined> {
  const host = readIfThere(path.join(place.data, 'postmaster.pid')).split('\n')[4]
  if (!host) return undefined
  const admin = { host, port: SOCKET_PORT, user: ADMIN, password: readPassword(place), database: 'postgres' }
  const client = new pg.Client({ ...admin, application_name: PRESENCE, connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // a server that is killed must not end this process
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    if (rows[0] && isSameFolder(rows[0].folder, place.data)) return presence(client, admin)
  } catch (error) {
    refuseWhatWaitingCannotCure(error, place)
  }
  await client.end().catch(() => {})
  return undefined
}

function refuseWhatWaitingCannotCure(error: unknown, place: Place): void {
  const code = codeOf(error)
  if (code === '53300') throw new Error('The database has no free connection. Stop some of the processes that use it.', { cause: error })
  if (code === '28P01')
    throw new Error(`The password beside ${place.data} is not the database's. Put the right one back.`, { cause: error })
}

/** The driver has these two, its types do not. */
type Unrefable = pg.Client & { ref(): void; unref(): void }

function presence(connected: pg.Client, admin: Admin): Presence {
  const client = connected as Unrefable // see there
  client.unref() // a forgotten claim must not keep the process alive
  return {
    admin,
    end: async () => {
      client.ref()
      try {
        return (await areOthersConnected(client)) ? 'others' : 'nobody'
      } catch {
        return 'server gone'
      } finally {
        await client.end().catch(() => {})
      }
    },
  }
}

async function areOthersConnected(client: pg.Client): Promise<boolean> {
  const since = performance.now()
  for (;;) {
    const { rows } = await client.query<{ others: number; claims: number }>(
      `select count(*)::int as others, count(*) filter (where application_name = $1)::int as claims
       from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      [PRESENCE],
    )
    const { others, claims } = rows[0] ?? { others: 0, claims: 0 }
    if (others === 0) return false
    if (performance.now() - since > (claims > 0 ? CLAIM_MILLISECONDS : CLIENT_MILLISECONDS)) return true
    await client.query('select pg_sleep(0.02)')
  }
}

function isSameFolder(a: string, b: string): boolean {
  return fs.existsSync(a) && fs.realpathSync(a) === fs.realpathSync(b)
}

import { createHmac, type Hmac } from 'node:crypto'
import pg from 'pg'

/** Where a PostgreSQL database is, without who connects. */
export interface DatabaseAddress {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly ssl: pg.ConnectionConfig['ssl']
}

/** Who connects. */
export interface DatabaseLogin {
  readonly user: string
  readonly password: string
}

/** What it takes to open or make a Muster database. */
export interface DatabaseServer {
  readonly address: DatabaseAddress
  /** May create roles and schemas; used only to make roles, database and schema. */
  readonly admin: DatabaseLogin
  /** Installation key, 32 bytes: the passwords of Muster's own roles come from it, so that none is stored. */
  readonly key: Uint8Array
  /** Stands behind the names of our login roles where another installation on the same server has the plain ones. */
  readonly roleSuffix?: string
}

/** Owns the tables and the queue; runs migrations. Not a superuser. */
export const OWNER = 'muster_owner'
/** What the product connects as. Inherits nothing: a forgotten `inSchool` is "permission denied", not an empty page. */
export const LOGIN = 'muster_login'

/** The login of one of Muster's own roles on this server. */
export function roleLogin(role: typeof OWNER | typeof LOGIN, { key, roleSuffix }: DatabaseServer): DatabaseLogin {
  return { user: `${role}${roleSuffix ?? ''}`, password: derived(key, `database role ${role}`).digest('base64url') }
}

/** The same server for an installation whose key is not the one that the plain roles were made with. */
export function withOwnRoles(server: DatabaseServer): DatabaseServer {
  return { ...server, roleSuffix: `_${derived(server.key, 'name of database roles').digest('hex').slice(0, 8)}` }
}

function derived(key: Uint8Array, purpose: string): Hmac {
  return createHmac('sha256', key).update(purpose)
}

/** Reads `postgres://user:password@host:port/database?sslmode=…` as the driver itself does. */
export function parseDatabaseUrl(url: string): { readonly address: DatabaseAddress; readonly admin: DatabaseLogin } {
  const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url })
  return { address: { host, port, database: database ?? '', ssl }, admin: { user: user ?? '', password: password ?? '' } }
}

/** One connection for one piece of work, closed afterwards. */
export async function withClient<Value>(
  address: DatabaseAddress,
  login: DatabaseLogin,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ ...address, ...login, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a server that stops must not end the process: the query says so
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

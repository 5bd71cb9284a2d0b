import pg from 'pg'
import { type DatabaseLogin, type DatabaseServer, LOGIN, OWNER, roleLogin, withClient, withOwnRoles } from './server.ts'

/** Any fixed number: starts that come at once wait for each other. */
const PROVISION_LOCK = 7_201_946

/**
 * Makes what migrations need: the database (where `admin` may), Muster's roles with passwords derived from the key. Doing it
 * again changes nothing. Roles belong to a whole server: where another installation has the plain names, this one gets
 * names of its own. Gives the server with the names that hold.
 */
export async function provision(server: DatabaseServer): Promise<DatabaseServer> {
  await createDatabase(server)
  return withClient(server.address, server.admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PROVISION_LOCK])
    const own = (await isTaken(client, server)) ? withOwnRoles(server) : server
    const [owner, login] = [roleLogin(OWNER, own), roleLogin(LOGIN, own)]
    await createLogin(client, owner, 'inherit')
    await createLogin(client, login, 'noinherit')
    for (const role of ['muster_app', 'muster_across']) {
      await createRole(client, role, 'nologin nosuperuser nobypassrls noinherit')
      await grantRole(client, role, login.user) // never to the owner: it would inherit the right to read across schools
    }
    const database = pg.escapeIdentifier(server.address.database)
    await client.query(`grant connect, create, temporary on database ${database} to ${owner.user}`)
    await client.query(`grant connect, temporary on database ${database} to ${login.user}`)
    await client.query(`grant temporary on database ${database} to muster_app`)
    for (const { user } of [owner, login])
      await client.query(`alter role ${user} in database ${database} set search_path = muster, pg_temp`)
    return own
  })
}

/** Whether the plain login role was made with another key. */
async function isTaken(client: pg.Client, server: DatabaseServer): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [LOGIN])
  if (rowCount === 0) return false
  try {
    return await withClient(server.address, roleLogin(LOGIN, server), async () => false)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') return true // wrong password
    throw error
  }
}

async function createDatabase(server: DatabaseServer): Promise<void> {
  try {
    await withClient(server.address, server.admin, async () => {})
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '3D000') throw error // 3D000: no such database
    await withClient({ ...server.address, database: 'postgres' }, server.admin, async (client) => {
      await client
        .query(`create database ${pg.escapeIdentifier(server.address.database)} encoding 'UTF8' template template0`)
        .catch(orThere)
    })
  }
}

async function createLogin(client: pg.Client, { user, password }: DatabaseLogin, inherits: 'inherit' | 'noinherit'): Promise<void> {
  const isNew = await createRole(client, user, `login nosuperuser nobypassrls nocreatedb nocreaterole ${inherits}`)
  if (isNew) await client.query(`alter role ${user} password ${pg.escapeLiteral(password)}`)
}

async function createRole(client: pg.Client, role: string, traits: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount === 1) return false
  await client.query(`create role ${role} ${traits}`).catch(orThere)
  return true
}

async function grantRole(client: pg.Client, role: string, member: string): Promise<void> {
  const { rows } = await client.query<{ has: boolean }>(
    `select exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
      where r.rolname = $1 and u.rolname = $2) as has`,
    [role, member],
  )
  if (rows[0]?.has !== true) await client.query(`grant ${role} to ${member}`).catch(orThere)
}

/** Another process made it a moment ago: 42710 role, 42P04 database, 23505 a catalogue row. */
function orThere(error: unknown): void {
  if (!(error instanceof pg.DatabaseError) || !['42710', '42P04', '23505'].includes(error.code ?? '')) throw error
}

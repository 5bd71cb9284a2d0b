import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DatabaseServer } from '../../src/db/index.ts'

/** How far the transaction of an apply has come, as its locks show: none, begun, has written people, has noted the changes. */
export type Depth = 'no transaction' | 'begun' | 'people written' | 'changes noted'

/** Looks at a command from behind: over a connection of the server's administrator. Has a lifetime: close it. */
export interface Watch {
  /** The state of the school's latest run as others see it; undefined before it has one. */
  runState(externalId: string): Promise<string | undefined>
  /** Ends when the run is in this state. */
  untilState(externalId: string, state: string): Promise<void>
  /** Ends when a connection of the command waits for a lock. */
  untilItWaits(application: string): Promise<void>
  depth(application: string): Promise<Depth>
  /** Ends when the server has let go of every connection of this name. */
  untilGone(application: string): Promise<void>
  /** Keeps everybody else from writing to a table until it is given up. */
  block(table: string): Promise<() => Promise<void>>
  close(): Promise<void>
}

const POLL_MILLISECONDS = 2

export async function watchApply({ address, admin }: Pick<DatabaseServer, 'address' | 'admin'>): Promise<Watch> {
  const connect = async () => {
    const made = new pg.Client({ ...address, ...admin, application_name: 'muster crash test' })
    made.on('error', () => {}) // a server that is killed must not end the test
    await made.connect()
    return made
  }
  const client = await connect()
  const value = async (statement: string, given: readonly string[]) =>
    Object.values((await client.query<object>(statement, [...given])).rows[0] ?? {})[0]
  const until = async (statement: string, given: readonly string[]) => {
    while ((await value(statement, given)) !== true) await sleep(POLL_MILLISECONDS)
  }
  const runState = async (externalId: string) => {
    const state: unknown = await value(
      'select state from muster.run r join muster.school s on s.id = r.school_id where external_id = $1 order by r.created_at desc limit 1',
      [externalId],
    )
    return typeof state === 'string' ? state : undefined
  }
  return {
    runState,
    untilState: async (externalId, state) => {
      while ((await runState(externalId)) !== state) await sleep(POLL_MILLISECONDS)
    },
    untilItWaits: (application) =>
      until(`select exists (select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock')`, [application]),
    depth: async (application) => depthOf(await value(LOCKED, [application])),
    untilGone: (application) => until('select not exists (select from pg_stat_activity where application_name = $1)', [application]),
    block: async (table) => {
      const blocker = await connect() // a transaction sees the server's activity as it was when it first looked
      await blocker.query(`begin; lock table muster.${pg.escapeIdentifier(table)} in share mode`)
      return () => blocker.end()
    },
    close: () => client.end(),
  }
}

/** The tables that one transaction of the command has written to. Planning writes to others, and is over when a run is ready. */
const LOCKED = `
  select array(select distinct c.relname::text from pg_locks l join pg_stat_activity a on a.pid = l.pid join pg_class c on c.oid = l.relation
    where a.application_name = $1 and l.granted and l.mode = 'RowExclusiveLock' and c.relname in ('run', 'person', 'directory_change'))`

function depthOf(tables: unknown): Depth {
  const has = (name: string) => Array.isArray(tables) && tables.includes(name)
  if (has('directory_change')) return 'changes noted'
  if (has('person')) return 'people written'
  return has('run') ? 'begun' : 'no transaction'
}

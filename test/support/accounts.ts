import { randomBytes } from 'node:crypto'
import {
  acceptInvitation,
  actorIn,
  findSession,
  invite,
  type NewSession,
  readRefusedPasswords,
  type SetUpTools,
  setUp,
  signIn,
} from '../../src/access/index.ts'
import type { TeamRole } from '../../src/contract/index.ts'
import type { Database } from '../../src/db/index.ts'
import type { Result } from '../../src/kernel/index.ts'
import { type Action, allow, type SchoolScope } from '../../src/permission/index.ts'
import type { IdSource } from '../../src/schools/index.ts'

/** The set-up code of every test. */
export const SET_UP_CODE = 'the code that the terminal shows'
/** As they are in the product. */
export const REFUSED_PASSWORDS = must(readRefusedPasswords(null))
/** The password of everybody in the tests. */
export const PASSWORD = 'heron kettle sideways'

/** Time that stands still until a test lets it pass. */
export interface TestClock extends IdSource {
  /** Lets minutes pass. */
  pass(minutes: number): void
}

/** A clock of a test's own, at noon of a school day. */
export function testClock(): TestClock {
  let now = Date.parse('2026-03-10T12:00:00Z')
  return {
    clock: () => new Date(now),
    random: (count) => randomBytes(count),
    pass: (minutes) => {
      now += minutes * 60_000
    },
  }
}

/** The value of an outcome that a test needs. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** What set-up takes; no test here makes a made-up school unless it says how. */
export function setUpTools(database: Database, ids: IdSource, more: Partial<SetUpTools> = {}): SetUpTools {
  const makeMadeUpSchool = () => Promise.reject(new Error('no made-up school in this test'))
  return { database, ids, setUpCode: SET_UP_CODE, refusedPasswords: REFUSED_PASSWORDS, makeMadeUpSchool, ...more }
}

/** What a person types who sets a school up. */
export function schoolSetUp(externalId: string, name = `School ${externalId}`): Parameters<typeof setUp>[1] {
  return {
    code: SET_UP_CODE,
    account: { name: 'Dana Price', email: 'dana@oak.example.test', password: PASSWORD },
    start: { kind: 'school', school: { name, externalId, vocabulary: 'en-GB' } },
  }
}

/** A school with Dana Price as its Access Coordinator, to which others come by invitation. */
export interface SchoolWithTeam {
  /** The code. */
  readonly school: string
  readonly schoolId: string
  readonly dana: Member
  /** Invites and accepts. */
  join(role: TeamRole, email: string, name?: string): Promise<Member>
}

/** Somebody who has signed in. */
export interface Member {
  readonly accountId: string
  readonly token: string
  readonly csrfToken: string
  /** The right to do something in the school, as a request gets it. */
  may(action: Action): Promise<SchoolScope>
}

/** Sets Muster up with one school of these names. Once in a database. */
export async function schoolWithTeam(database: Database, ids: IdSource, externalId = 'oak'): Promise<SchoolWithTeam> {
  const { session, school } = must(await setUp(setUpTools(database, ids), schoolSetUp(externalId)))
  const dana = await memberOf(database, ids, { session, school })
  const { schoolId } = await dana.may('school.read')
  return {
    ...{ school, schoolId, dana },
    join: async (role, email, name = `Colleague ${email.replace(/@.*/, '')}`) => {
      const { token } = must(await invite(database, ids, { scope: await dana.may('team.manage'), email, role, sendsMail: false }))
      return memberOf(
        database,
        ids,
        must(
          await acceptInvitation(
            { database, ids, key: database.server.key, refusedPasswords: REFUSED_PASSWORDS },
            { token, name, password: PASSWORD },
          ),
        ),
      )
    },
  }
}

/** Signs somebody in to a school where they have a role. */
export async function signedIn(
  database: Database,
  ids: IdSource,
  { email, school }: { readonly email: string; readonly school: string },
): Promise<Member> {
  return memberOf(database, ids, {
    session: must(
      await signIn({ database, ids, key: database.server.key, refusedPasswords: REFUSED_PASSWORDS }, { email, password: PASSWORD }),
    ),
    school,
  })
}

async function memberOf(
  database: Database,
  ids: IdSource,
  { session, school }: { readonly session: NewSession; readonly school: string },
): Promise<Member> {
  const found = await findSession(database, session.token, ids.clock())
  if (found === null) throw new Error('A session that has just begun is not found.')
  const accountId = session.account.id
  const may = async (action: Action): Promise<SchoolScope> => {
    const actor = await actorIn(database, { accountId, schoolCode: school })
    if (actor === null) throw new Error('no role in this school')
    return must(allow(actor.actor, action, actor.school.id))
  }
  return { accountId, token: session.token, csrfToken: found.csrfToken, may }
}

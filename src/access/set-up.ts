import type { SetUp } from '../contract/index.ts'
import { type Database, inInstallation, intoSchool, type Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { addSchools, type IdSource, insertSchoolGroup, newId, writeSetting } from '../schools/index.ts'
import { type Account, hasAccounts, insertAccount, lockSetUp } from './accounts.store.ts'
import { actorId, actorOf, scopeOf } from './actor.ts'
import { note } from './note.ts'
import { newPasswordHash } from './password-rules.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import type { RefusedPasswords } from './refused-passwords.ts'
import { insertRoleGrants, type RoleGrant } from './role-grants.store.ts'
import { isSameSecret } from './secret.ts'
import { beginSession, type NewSession } from './sign-in.ts'

type MadeUp = Extract<SetUp['start'], { kind: 'made_up' }>

/** A school as its address names it. */
interface PlaceOfSchool {
  readonly id: string
  readonly code: string
}

/** What setting up takes besides what a person said. */
export interface SetUpTools {
  readonly database: Database
  readonly ids: IdSource
  /** Printed where Muster was started. */
  readonly setUpCode: string
  /** Passwords that nobody may use. */
  readonly refusedPasswords: RefusedPasswords
  /** Makes one of the made-up schools, with all that has happened there, in transactions of its own. */
  makeMadeUpSchool(scenario: MadeUp['scenario'], vocabulary: MadeUp['vocabulary']): Promise<PlaceOfSchool>
}

/** What set-up has made. */
export interface Made {
  readonly session: NewSession
  /** The code of the school to go to: of a group, the first one named. */
  readonly school: string
}

interface Start {
  readonly schools: readonly PlaceOfSchool[]
  readonly groupId: string | null
}

/** Whether a set-up code opens set-up. Once anybody has an account, no code does. */
export async function checkSetUpCode({ database, setUpCode }: SetUpTools, code: string): Promise<Result<undefined, Problem>> {
  if (await inInstallation(database, hasAccounts)) return fail(problem('set_up.done'))
  return isSameSecret(code, setUpCode) ? ok(undefined) : fail(problem('set_up.code_wrong'))
}

/**
 * Makes the first account, platform admin and Access Coordinator of the schools it names, and signs it in. In one
 * transaction: of two set-ups at once one wins, and one that breaks off leaves the way open.
 */
export async function setUp(tools: SetUpTools, { code, account, start }: SetUp): Promise<Result<Made, Problem | Refusal>> {
  const checked = await checkSetUpCode(tools, code)
  if (!checked.ok) return checked
  const { database, ids, refusedPasswords } = tools
  const made = await newPasswordHash(refusedPasswords, account)
  if (!made.ok) return fail(refuseFields(made.failure, ['account.password']))
  const passwordHash = made.value
  return inInstallation(database, async (tx) => {
    if (!(await lockSetUp(tx))) return fail(problem('set_up.running'))
    if (await hasAccounts(tx)) return fail(problem('set_up.done'))
    const started = await begin(tx, tools, start)
    if (!started.ok) return started
    const first = { id: newId(ids), name: account.name, email: account.email.trim() }
    await insertAccount(tx, { ...first, passwordHash }, ids.clock())
    await insertRoleGrants(tx, grantsOf(ids, first, started.value), { actor: actorId(first.id), at: ids.clock() })
    for (const school of started.value.schools) await noteSetUp(tx, ids, { account: first, school, kind: start.kind })
    const [school] = started.value.schools
    if (school === undefined) throw new Error('Set-up made no school.')
    return ok({ session: await beginSession(tx, ids, first), school: school.code })
  })
}

/** Nothing is written yet where this fails. */
async function begin(tx: Tx, { ids, makeMadeUpSchool }: SetUpTools, start: SetUp['start']): Promise<Result<Start, Refusal>> {
  if (start.kind === 'made_up') {
    return ok({ schools: [await makeMadeUpSchool(start.scenario, start.vocabulary)], groupId: null })
  }
  const wanted = start.kind === 'school' ? [start.school] : start.schools
  const added = await addSchools(
    tx,
    ids,
    wanted.map((it) => ({ ...it, isMadeUp: false })),
  )
  if (!added.ok) {
    const places = added.failure.map((at) => (start.kind === 'school' ? 'start.school' : `start.schools.${at}`))
    return fail(
      refuseFields(
        problem('school.external_id_taken'),
        places.map((it) => `${it}.externalId`),
      ),
    )
  }
  if (start.kind === 'school') return ok({ schools: added.value, groupId: null })
  const groupId = newId(ids)
  await insertSchoolGroup(
    tx,
    { id: groupId, name: start.name },
    added.value.map((it) => it.id),
  )
  return ok({ schools: added.value, groupId })
}

function grantsOf(ids: IdSource, { id: accountId }: Account, { schools, groupId }: Start): readonly RoleGrant[] {
  const grant = (role: RoleGrant['role'], schoolId: string | null, inGroup: string | null = null): RoleGrant => ({
    ...{ id: newId(ids), accountId, role, schoolId, groupId: inGroup },
  })
  return [
    grant('platform_admin', null),
    ...(groupId === null ? [] : [grant('group_admin', null, groupId)]),
    ...schools.map((it) => grant('access_coordinator', it.id)),
  ]
}

async function noteSetUp(
  tx: Tx,
  ids: IdSource,
  { account, school, kind }: { readonly account: Account; readonly school: PlaceOfSchool; readonly kind: SetUp['start']['kind'] },
): Promise<void> {
  const schoolTx = await intoSchool(tx, scopeOf(actorOf(account.id, 'access_coordinator', school.id), 'school.configure'))
  // S-108: whoever sets a school up in the browser chooses whose addresses are used before any is
  if (kind !== 'made_up') await writeSetting(schoolTx, 'pupilEmails', 'none')
  await note(schoolTx, ids, { action: 'school.set_up', subject: school.id, what: { kind, account: account.id } })
}

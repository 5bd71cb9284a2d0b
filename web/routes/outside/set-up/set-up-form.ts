import type { SetUp } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import type { FormError } from '../../../kit/error-summary.tsx'
import { PASSWORD_LENGTH_MIN } from '../../../kit/password-length.ts'

/** How somebody starts. */
export type StartKind = SetUp['start']['kind']
type Scenario = Extract<SetUp['start'], { kind: 'made_up' }>['scenario']
type Vocabulary = 'en-GB' | 'en-US'

/** The made-up schools, in the order in which they teach most. */
export const SCENARIOS = ['first-sync', 'september', 'messy-mis', 'change-of-mis', 'nothing-changed'] as const satisfies readonly Scenario[]

/** One school as it is typed. */
export interface TypedSchool {
  readonly key: number
  readonly name: string
  readonly externalId: string
}

/** Everything that set-up asks, as it is typed; kept while one goes back and forth. */
export interface TypedSetUp {
  readonly kind: StartKind | null
  readonly name: string
  readonly email: string
  readonly password: string
  readonly vocabulary: Vocabulary
  readonly scenario: Scenario
  readonly groupName: string
  readonly schools: readonly TypedSchool[]
}

/** Before anything is typed. */
export function emptySetUp(vocabulary: Vocabulary): TypedSetUp {
  const schools = [{ key: 0, name: '', externalId: '' }]
  return { kind: null, name: '', email: '', password: '', vocabulary, scenario: 'september', groupName: '', schools }
}

/** What is wrong with one step; nothing: the next one may begin. */
export function faultsOfStep(step: number, typed: TypedSetUp, say: Say): readonly FormError[] {
  if (step === 1) return typed.kind === null ? [{ field: 'start', text: say('set_up.choose') }] : []
  if (step === 2) return accountFaults(typed, say)
  return typed.kind === 'made_up' ? [] : schoolFaults(typed, say)
}

function accountFaults({ name, email, password }: TypedSetUp, say: Say): readonly FormError[] {
  return [
    ...(name.trim() === '' ? [{ field: 'name', text: say('set_up.name_missing') }] : []),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? [] : [{ field: 'email', text: say('set_up.email_wrong') }]),
    ...(password.length < PASSWORD_LENGTH_MIN
      ? [{ field: 'password', text: say('set_up.password_short', { count: PASSWORD_LENGTH_MIN }) }]
      : []),
  ]
}

function schoolFaults({ kind, groupName, schools }: TypedSetUp, say: Say): readonly FormError[] {
  const group = kind === 'group' && groupName.trim() === '' ? [{ field: 'group-name', text: say('set_up.group_missing') }] : []
  const asked = kind === 'group' ? schools : schools.slice(0, 1)
  const ids = asked.map((it) => it.externalId.trim())
  const each = asked.flatMap((school, place) => [
    ...(school.name.trim() === '' ? [{ field: `school-${place}-name`, text: say('school.name_missing') }] : []),
    ...(ids[place] === '' ? [{ field: `school-${place}-externalId`, text: say('school.external_id_missing') }] : []),
    ...(ids[place] !== '' && ids.indexOf(ids[place] ?? '') !== place
      ? [{ field: `school-${place}-externalId`, text: say('set_up.external_id_twice') }]
      : []),
  ])
  return [...group, ...each]
}

/** What is sent when everything has been answered. */
export function setUpBody(code: string, typed: TypedSetUp): SetUp {
  const { vocabulary, scenario } = typed
  const account = { name: typed.name.trim(), email: typed.email.trim(), password: typed.password }
  const schools = typed.schools.map((it) => ({ name: it.name.trim(), externalId: it.externalId.trim(), vocabulary }))
  const [school = { name: '', externalId: '', vocabulary }] = schools
  if (typed.kind === 'made_up') return { code, account, start: { kind: 'made_up', scenario, vocabulary } }
  if (typed.kind === 'group') return { code, account, start: { kind: 'group', name: typed.groupName.trim(), schools } }
  return { code, account, start: { kind: 'school', school } }
}

/** The step and the input that a path of the request belongs to, so that a refusal is shown where it can be mended. */
export function placeOf(path: string): { readonly step: number; readonly field: string } | undefined {
  const account = /^account\.(name|email|password)$/.exec(path)
  if (account !== null) return { step: 2, field: account[1] ?? '' }
  const [, at = '0', field] = /^start\.schools?\.(?:(\d+)\.)?(name|externalId)$/.exec(path) ?? []
  if (field !== undefined) return { step: 3, field: `school-${at}-${field}` }
  return path === 'start.name' ? { step: 3, field: 'group-name' } : undefined
}

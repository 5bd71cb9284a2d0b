import type { Directory, DirectoryPerson } from '../directory/index.ts'
import { isExpectedLeaver, isLeaver, movesUp } from './expected.ts'
import type { GuardInput } from './hold.ts'
import type { Change, Population } from './plan.ts'

/** What a plan means for people, beyond how many records it writes (N-14): a code, how many, and which, where a name helps. */
export interface Consequence {
  readonly code:
    | 'classes_without_teacher'
    | 'classes_emptied'
    | 'classes_renamed'
    | 'classes_archived'
    | 'leavers_expected'
    | 'leavers_unexpected'
    | 'moves_up'
    | 'moves_unexpected'
  readonly population: Population
  readonly count: number
  /** Names of classes: the first few, in order. */
  readonly names: readonly string[]
}

/** Names beyond these only make a sentence long. */
const NAMES_MAX = 5

type Input = Pick<GuardInput, 'changes' | 'isYearStart' | 'nextYearGroup'> & { readonly plan: Pick<GuardInput['plan'], 'directory'> }

/** The consequences of a plan, the gravest first. Pure: the same plan on the same day says the same. */
export function consequences(input: Input): readonly Consequence[] {
  const { changes } = input
  const pupils = changes.filter((it) => it.population === 'pupil')
  const leavers = changes.filter((it) => it.recordKind === 'person' && isLeaver(it))
  const moves = pupils.filter(
    (it) =>
      ['update', 'link'].includes(it.operation) && typeof it.before.fields['yearGroup'] === 'string' && 'yearGroup' in it.after.fields,
  )
  const classes = changes.filter((it) => it.population === 'class')
  const people = (code: Consequence['code'], found: readonly Change[]): readonly Consequence[] =>
    (['pupil', 'staff'] as const).map((population) => {
      const count = found.filter((it) => it.population === population).length
      return { code, population, count, names: [] }
    })
  return [
    ...membersOf(input),
    ...people(
      'leavers_unexpected',
      leavers.filter((it) => !isExpectedLeaver(it, input)),
    ),
    ...people(
      'leavers_expected',
      leavers.filter((it) => isExpectedLeaver(it, input)),
    ),
    ...people(
      'moves_unexpected',
      moves.filter((it) => !movesUp(it, input.nextYearGroup)),
    ),
    ...people(
      'moves_up',
      moves.filter((it) => movesUp(it, input.nextYearGroup)),
    ),
    ofClasses(
      'classes_renamed',
      classes.filter((it) => it.operation !== 'create' && 'name' in it.after.fields).map((it) => nameOf(it, input)),
    ),
    ofClasses(
      'classes_archived',
      classes.filter((it) => it.operation !== 'create' && it.after.fields['isArchived'] === true).map((it) => nameOf(it, input)),
    ),
  ].filter((it) => it.count > 0)
}

/** Classes that lose their only teacher while pupils stay, and classes that lose all their pupils. */
function membersOf({ plan: { directory }, changes }: Input): readonly Consequence[] {
  const members = new Map<string, { readonly pupil: Set<string>; readonly teacher: Set<string> }>()
  const of = (id: string) => {
    const it = members.get(id) ?? { pupil: new Set<string>(), teacher: new Set<string>() }
    members.set(id, it)
    return it
  }
  for (const { id, enrolments } of present(directory)) for (const it of enrolments) of(it.class)[it.role].add(id)
  const before = new Map([...members].map(([id, it]) => [id, { pupil: it.pupil.size, teacher: it.teacher.size }]))
  for (const { recordId, before: ended } of changes) for (const it of ended.enrolments) of(it.class)[it.role].delete(recordId ?? '')
  for (const it of changes.filter(isLeaver))
    for (const { pupil, teacher } of members.values()) {
      pupil.delete(it.recordId ?? '')
      teacher.delete(it.recordId ?? '')
    }
  for (const { recordId, key, after } of changes) for (const it of after.enrolments) of(it.class)[it.role].add(recordId ?? key)
  const named = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => {
      const group = directory.classes.get(id)
      return group === undefined || group.fields.isArchived ? [] : [group.fields.name]
    })
  const now = [...members]
  const isLost = (id: string, role: 'pupil' | 'teacher', it: { readonly size: number }): boolean =>
    (before.get(id)?.[role] ?? 0) > 0 && it.size === 0
  return [
    ofClasses(
      'classes_without_teacher',
      named(now.filter(([id, it]) => isLost(id, 'teacher', it.teacher) && it.pupil.size > 0).map(([id]) => id)),
    ),
    ofClasses('classes_emptied', named(now.filter(([id, it]) => isLost(id, 'pupil', it.pupil)).map(([id]) => id))),
  ]
}

/** People who are here: who has left keeps their last class, and is in none (D8). */
function present({ people, links }: Directory): readonly DirectoryPerson[] {
  const ofPeople = links.filter((it) => it.recordKind === 'person')
  const linked = new Set(ofPeople.map((it) => it.recordId))
  const staying = new Set(ofPeople.flatMap((it) => (it.endReason === 'left' ? [] : [it.recordId])))
  return [...people.values()].filter((it) => staying.has(it.id) || !linked.has(it.id))
}

function nameOf({ recordId, before }: Change, { plan: { directory } }: Input): string {
  const name = before.fields['name']
  return typeof name === 'string' ? name : (directory.classes.get(recordId ?? '')?.fields.name ?? '')
}

function ofClasses(code: Consequence['code'], names: readonly string[]): Consequence {
  return { code, population: 'class', count: names.length, names: [...names].sort().slice(0, NAMES_MAX) }
}

import fc from 'fast-check'
import type { Decision, Decisions } from '../../src/review/index.ts'
import { type PersonFields, recordKey, type SourceKind } from '../../src/roster/index.ts'
import type { Incomplete, SourceRecord } from '../../src/snapshots/index.ts'
import { applyTo, aSchool, look, NOBODY, type SchoolInMemory, UNDECIDED } from './school-in-memory.ts'
import { aClass, aPupil, aTeacher } from './stories.ts'

/** What a source may say of one of the cast. Few values, so that people meet and collide. */
const pupilSaid = fc.record({
  isThere: fc.constantFrom(true, true, true, false),
  id: fc.constantFrom('p', 'p', 'p', 'x'),
  lastName: fc.constantFrom('Marsh', 'Marsh', 'Okafor'),
  birthDate: fc.constantFrom('2013-05-04', '2013-05-04', '2012-01-30', null),
  yearGroup: fc.constantFrom('Year 7', 'Y8', 'Year 8', null, 'Nursery', 'Blue'),
  upn: fc.constantFrom(null, 'H801200001001'),
  registration: fc.constantFrom(['7A'], ['7A'], ['7B'], []),
  subjects: fc.subarray(['ma', 'sc', 'ma2']),
})
const staffSaid = fc.record({
  isThere: fc.constantFrom(true, true, false),
  id: fc.constantFrom('t', 't', 'y'),
  lastName: fc.constantFrom('Stone', 'Bell'),
  email: fc.constantFrom('a@school.example', 'b@school.example', null),
  classes: fc.subarray(['7A', 'ma']),
})
const classSaid = fc.record({
  isThere: fc.constantFrom(true, true, true, false),
  name: fc.constantFrom('7A', '7A', 'Maths'),
  year: fc.constantFrom('Year 7', 'Y8'),
})
const said = fc.record({
  kind: fc.constantFrom('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class', 'set_up', 'leave_class'),
  ours: fc.nat(30),
  theirs: fc.nat(30),
})
const stepSaid = fc.record({
  isPlain: fc.constant<boolean>(false),
  connection: fc.constantFrom('mis', 'mis', 'mis', 'other'),
  pupils: fc.array(pupilSaid, { minLength: 4, maxLength: 4 }),
  staff: fc.array(staffSaid, { minLength: 2, maxLength: 2 }),
  classes: fc.array(classSaid, { minLength: 5, maxLength: 5 }),
  isPartial: fc.constantFrom(false, false, false, true),
  scope: fc.constantFrom<readonly string[] | null>(null, null, null, ['7']),
  acceptMayMatch: fc.boolean(),
  said: fc.array(said, { maxLength: 3 }),
})
type StepSaid = typeof stepSaid extends fc.Arbitrary<infer Value> ? Value : never

const CLASS_IDS = ['7A', '7B', 'ma', 'sc', 'ma2'] as const
const FORENAMES = ['Ada', 'Ada', 'Ben', 'Cleo'] as const

function recordsOf(step: StepSaid): readonly SourceRecord[] {
  const classes = step.classes.flatMap(({ isThere, name, year }, index) => {
    const id = CLASS_IDS[index] ?? ''
    const kind = index < 2 ? ('registration' as const) : ('subject' as const)
    return isThere ? [aClass(id, { kind, name: index < 2 ? id : name, yearGroups: [year] })] : []
  })
  const there = new Set(classes.map((it) => it.sourceId))
  const pupils = step.pupils.flatMap(({ isThere, id, registration, subjects, ...fields }, index) => {
    const own = step.isPlain ? { ...aPlainPerson(index), upn: `H80120000100${index}` } : { firstName: FORENAMES[index] ?? 'Dev' }
    const told = { ...fields, ...own, classes: [...registration, ...subjects].filter((it) => there.has(it)) }
    return isThere ? [aPupil(`${id}${index}`, told)] : []
  })
  const staff = step.staff.flatMap(({ isThere, id, ...fields }, index) => {
    const email = step.isPlain && fields.email !== null ? `${index}@school.example` : fields.email
    const own = { ...(step.isPlain ? aPlainPerson(index + 4) : { firstName: 'Sam' }), email }
    return isThere ? [aTeacher(`${id}${index}`, { ...fields, ...own, classes: fields.classes.filter((it) => there.has(it)) })] : []
  })
  return [...pupils, ...staff, ...classes]
}

function aPlainPerson(number: number): Pick<PersonFields, 'firstName' | 'lastName' | 'birthDate'> {
  const { firstName = null, lastName = null, birthDate = null } = aPupil(`${number * 37 + 11}`).body.fields
  return { firstName, lastName, birthDate }
}

/** What is known of one connection between two reads. */
interface Known {
  readonly source: readonly SourceRecord[]
  readonly decisions: Decisions
  readonly classDecisions: ReadonlyMap<string, string>
}

/** One step of a random history: the school before its plan is applied. */
export type History = readonly StepSaid[]

/** Up to four reads of one small school from one or two MIS, with decisions between them. Its people are easily confused. */
export const histories: fc.Arbitrary<History> = fc.array(stepSaid, { minLength: 1, maxLength: 4 })

/** The same, with people whom nobody would confuse: each has one id, names of their own, and nobody says who is who. */
export const plainHistories: fc.Arbitrary<History> = histories.map((history) =>
  history.map((step) => ({
    ...step,
    isPlain: true,
    pupils: step.pupils.map((it) => ({ ...it, id: 'p' as const })),
    staff: step.staff.map((it) => ({ ...it, id: 't' as const })),
    said: step.said.filter((it) => it.kind !== 'match' && it.kind !== 'unmatch'),
  })),
)

/**
 * Walks through a history: `onStep` gets the school as it is reviewed, after its decisions, and gives the directory that the
 * next step begins with. The school begins with people and classes made by hand.
 */
export function walk(history: History, onStep: (school: SchoolInMemory, number: number) => SchoolInMemory['directory']): void {
  const known = new Map<string, Known>()
  let directory = byHand(history)
  for (const [number, step] of history.entries()) {
    const before = known.get(step.connection) ?? { source: [], decisions: UNDECIDED, classDecisions: new Map() }
    const { source, notNamed } = readOf(step, before.source)
    const heard = hear(step, { ...before, source }, directory)
    known.set(step.connection, heard)
    const incomplete: Incomplete = {
      pupil: step.isPartial ? 'declared partial' : null,
      staff: step.isPartial ? 'declared partial' : null,
      class: step.isPartial ? 'declared partial' : null,
      enrolment: null,
    }
    const settings = {
      importNewStaff: true,
      applyUnreviewedMayMatch: step.acceptMayMatch,
      cohort: step.scope === null ? null : { yearGroups: [...step.scope], registrationClasses: [] },
    }
    directory = onStep(aSchool({ ...heard, connection: step.connection, directory, notNamed, incomplete, settings }), number)
  }
}

/** The reads of a history alone, for a real database. */
export function sourcesOf(history: History): readonly {
  readonly source: readonly SourceRecord[]
  readonly connection: string
  readonly declared: 'as_read' | 'partial'
}[] {
  return history.map((step) => ({
    source: recordsOf(step),
    connection: step.connection,
    declared: step.isPartial ? 'partial' : 'as_read',
  }))
}

/** Half of the first read's people, as somebody typed them in, and its classes. */
function byHand([first]: History): SchoolInMemory['directory'] {
  if (first === undefined) return NOBODY
  const source = recordsOf(first).filter((it, index) => it.kind === 'class' || index % 2 === 0)
  const { directory } = applyTo(NOBODY, look(aSchool({ connection: 'hand', source })).changes)
  return { ...directory, links: [] }
}

function readOf(
  step: StepSaid,
  before: readonly SourceRecord[],
): { readonly source: readonly SourceRecord[]; readonly notNamed: readonly string[] } {
  const read = recordsOf(step)
  if (!step.isPartial) return { source: read, notNamed: [] }
  const named = new Set(read.map((it) => recordKey(it.kind, it.sourceId)))
  const kept = before.filter((it) => !named.has(recordKey(it.kind, it.sourceId)))
  return { source: [...read, ...kept], notNamed: kept.map((it) => recordKey(it.kind, it.sourceId)) }
}

/** Decisions as `decide` keeps them: the later ends the earlier, Match lifts a veto, Unmatch makes one. */
function hear(step: StepSaid, known: Known, { people, classes }: SchoolInMemory['directory']): Known {
  let { decisions, vetoes } = known.decisions
  const classDecisions = new Map(known.classDecisions)
  const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % Math.max(items.length, 1)]
  for (const { kind, ours, theirs } of step.said) {
    if (kind === 'map_class' || kind === 'set_up' || kind === 'leave_class') {
      const sourceId = pick(CLASS_IDS, theirs) ?? ''
      const classId = pick([...classes.keys()].sort(), ours)
      const meant = kind === 'map_class' ? classId : kind === 'set_up' ? 'set_up' : 'leave_out'
      if (meant !== undefined) classDecisions.set(sourceId, meant)
      continue
    }
    const person = pick(
      [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ours,
    )
    const sourceKind: SourceKind = person?.kind ?? 'pupil'
    const record = pick(
      known.source.filter((it) => it.kind === sourceKind),
      theirs,
    )
    if (person === undefined || record === undefined) continue
    const { sourceId } = record
    const recordId = kind === 'match' || kind === 'unmatch' ? person.id : null
    const isOver = (it: Decision): boolean =>
      (it.sourceKind === sourceKind && it.sourceId === sourceId) || (kind === 'match' && it.kind === 'match' && it.recordId === recordId)
    decisions = [...decisions.filter((it) => !isOver(it)), { kind, recordId, sourceKind, sourceId }]
    if (recordId === null) continue
    vetoes = vetoes.filter((it) => it.personId !== recordId || it.sourceId !== sourceId)
    if (kind === 'unmatch') vetoes = [...vetoes, { personId: recordId, sourceKind, sourceId }]
  }
  return { source: known.source, decisions: { decisions, vetoes, doubts: [] }, classDecisions }
}

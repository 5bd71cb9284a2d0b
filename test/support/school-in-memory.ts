import { createHash } from 'node:crypto'
import type { Directory } from '../../src/directory/index.ts'
import { buildPlan, type Change, type GuardInput, guard, type Hold, indexLinks, type PlanInput } from '../../src/plans/index.ts'
import { computeRows, type Decision, type Decisions, type ReviewRow } from '../../src/review/index.ts'
import { nextYearGroup, recordKey, type Vocabulary } from '../../src/roster/index.ts'
import { isInCohort, isYearStart } from '../../src/runs/school-rules.ts'
import { yearGroupReaderOf } from '../../src/runs/year-group-reader.ts'
import { type SchoolSettings, schoolSettingsSchema } from '../../src/schools/index.ts'
import { checkPeople, type Incomplete, type SourceRecord } from '../../src/snapshots/index.ts'
import { type Applied, applied } from './apply-in-memory.ts'

/** One school between a read and its plan: what `runs` gathers from the database, in memory. */
export interface SchoolInMemory {
  readonly connection: string
  readonly directory: Directory
  /** What is current of the source. */
  readonly source: readonly SourceRecord[]
  /** Keys of current records that the latest read did not name. */
  readonly notNamed: readonly string[]
  /** Keys of records that the latest read said to have ended. */
  readonly gone: readonly string[]
  readonly incomplete: Incomplete
  readonly decisions: Decisions
  /** Class decisions, from class of the source to class of ours, `set_up` or `leave_out`. */
  readonly classDecisions: ReadonlyMap<string, string>
  /** What people said about the names of classes of the source. */
  readonly classNames: ReadonlyMap<string, 'keep_name' | 'take_name'>
  /** Descriptions that people gave classes of the source. */
  readonly classDescriptions: ReadonlyMap<string, string>
  readonly settings: SchoolSettings
  readonly vocabulary: Vocabulary
  /** What people said about year groups: folded spelling to code. */
  readonly yearGroupMap: ReadonlyMap<string, string | null>
}

export const NOBODY: Directory = { people: new Map(), classes: new Map(), yearGroups: new Map(), links: [] }
const COMPLETE: Incomplete = { pupil: null, staff: null, class: null, enrolment: null }
export const UNDECIDED: Decisions = { decisions: [], vetoes: [], doubts: [] }

type Told = Partial<Omit<SchoolInMemory, 'settings'>> & { readonly settings?: Partial<SchoolSettings> }

/** An English school that has never synced, with a complete read of nobody, unless the story says otherwise. */
export function aSchool({ settings, ...told }: Told = {}): SchoolInMemory {
  return {
    connection: 'mis',
    directory: NOBODY,
    source: [],
    notNamed: [],
    gone: [],
    incomplete: COMPLETE,
    decisions: UNDECIDED,
    classDecisions: new Map(),
    classNames: new Map(),
    classDescriptions: new Map(),
    settings: { ...schoolSettingsSchema.parse({ importNewStaff: true }), ...settings },
    vocabulary: 'en-GB',
    yearGroupMap: new Map(),
    ...told,
  }
}

export interface Looked {
  readonly rows: readonly ReviewRow[]
  readonly plan: PlanInput
  readonly changes: readonly Change[]
}

/** Review and plan of a school, as a run makes them. */
export function look(school: SchoolInMemory): Looked {
  const { directory, decisions, settings, incomplete, connection } = school
  const current = new Map(school.source.map((it) => [recordKey(it.kind, it.sourceId), it]))
  const years = yearGroupReaderOf(school.yearGroupMap, school, settings)
  const named = new Set([...current.keys()].filter((it) => !school.notNamed.includes(it)))
  const rows = computeRows({
    directory,
    snapshot: { connectionId: connection, number: 1, incomplete, current, named, gone: new Set(school.gone), leftOn: new Map() },
    decisions,
    leftOut: checkPeople(current, years.check, new Map()).leftOut,
    isInScope: (kind, body) => kind === 'staff' || isInCohort(settings.cohort, body, { current, years }),
    yearGroupCode: (raw) => years.of(raw)?.code ?? null,
    importNew: { staff: settings.importNewStaff, pupil: settings.importNewPupils },
    acceptMayMatch: settings.applyUnreviewedMayMatch,
  })
  const links = indexLinks(directory.links)
  const plan = {
    connection,
    directory,
    links,
    source: current,
    incomplete,
    gone: new Set(school.gone),
    leftOn: new Map(),
    rows,
    yearGroup: years.of,
    scope: 'all' as const,
    usesEmail: () => true,
    classDecisions: school.classDecisions,
    classNames: school.classNames,
    classDescriptions: school.classDescriptions,
    classNaming: settings.classNaming,
    archivesEmptied: settings.archiveEmptied,
  }
  return { rows, plan, changes: buildPlan(plan) }
}

/** Rows as `ours=theirs status`, sorted; `?` where one side is missing. */
export function statuses(school: SchoolInMemory): readonly string[] {
  return look(school)
    .rows.map((it) => `${it.personId ?? '?'}=${it.sourceId ?? '?'} ${it.status}${it.reason === null ? '' : ` ${it.reason}`}`)
    .sort()
}

/** What the guards say on a day, `YYYY-MM-DD` (noon in London). */
export function holdsOn(day: string, school: SchoolInMemory): readonly Hold[] {
  return guard(guardInputOn(day, school)).map((it) => it.hold)
}

/** What the guards look at on a day. */
export function guardInputOn(day: string, school: SchoolInMemory): GuardInput {
  const { plan, changes } = look(school)
  const { settings, vocabulary } = school
  return {
    plan,
    changes,
    limits: settings.limits,
    isYearStart: isYearStart({ timeZone: 'Europe/London' }, settings, new Date(`${day}T12:00:00Z`)),
    nextYearGroup: (code) => nextYearGroup(code, vocabulary),
  }
}

let applications = 0

/** The school after its plan was carried out, and what was written. */
export function sync(school: SchoolInMemory): Applied & { readonly school: SchoolInMemory } {
  const done = applyTo(school.directory, look(school).changes)
  return { ...done, school: { ...school, directory: done.directory } }
}

/** Carries out changes, each time a minute later. What is made for `p1` of a source is called `our-p1`, a second one `our-p1-2`. */
export function applyTo(directory: Directory, changes: readonly Change[]): Applied {
  applications += 1
  const at = new Date(Date.UTC(2025, 8, 1) + applications * 60_000)
  const names = changes.flatMap(({ operation, recordKind, recordId, source }) =>
    operation === 'create' && recordKind !== 'year_group' && recordId === null ? [`our-${source?.id}`] : [],
  )
  const taken = new Set([...directory.people.keys(), ...directory.classes.keys()])
  let logged = 0
  const newId = (): string => {
    const name = names.shift()
    if (name === undefined) return `change-${applications}-${logged++}`
    const free = [name, ...Array.from({ length: 99 }, (_, index) => `${name}-${index + 2}`)].find((it) => !taken.has(it)) ?? name
    taken.add(free)
    return free
  }
  return applied(directory, changes, { at, newId })
}

/** A school that holds, and has linked, what its MIS says: `our-p1` is the MIS's `p1`. */
export function aSyncedSchool(told: Told & { readonly source: readonly SourceRecord[] }): SchoolInMemory {
  return sync(aSchool(told)).school
}

/** A school with people whom somebody typed in: never linked, and equal to these records until the story says otherwise. */
export function heldByHand(source: readonly SourceRecord[], told: Told = {}): SchoolInMemory {
  const { directory } = aSyncedSchool({ connection: 'hand', source })
  return aSchool({ ...told, directory: { ...directory, links: [] } })
}

/** The school after its coordinator said so, as `decide` keeps it: an Unmatch is a veto as well. */
export function decided(school: SchoolInMemory, ...decisions: readonly Decision[]): SchoolInMemory {
  const vetoes = decisions.flatMap(({ kind, recordId, sourceKind, sourceId }) =>
    kind === 'unmatch' && recordId !== null && sourceId !== null ? [{ personId: recordId, sourceKind, sourceId }] : [],
  )
  return { ...school, decisions: { decisions, vetoes, doubts: [] } }
}

/** What a coordinator says of one pupil of the MIS, and, for Match and Unmatch, one of ours. */
export function said(kind: Decision['kind'], sourceId: string, recordId: string | null = null): Decision {
  return { kind, recordId, sourceKind: 'pupil', sourceId }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

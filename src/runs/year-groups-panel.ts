import type { SchoolTx } from '../db/index.ts'
import { fail, foldName, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { isNursery, listYearGroups } from '../roster/index.ts'
import { type PanelSave, takePanel } from './panel-save.ts'
import { type Reviewed, reviewAgain } from './review-again.ts'
import type { ReviewFacts } from './review-facts.ts'
import { withChoices } from './review-locked.ts'
import { schoolYearOfRun } from './school-year.ts'
import { isNurserySynced, NOT_SYNCED } from './year-group-reader.ts'

/** A year group as the source spells it, and what it means here. */
export interface YearGroupRow {
  readonly raw: string
  readonly pupils: number
  /** A code, `not_synced`, or null: none, or nobody has said. */
  readonly code: string | null
  readonly isUnknown: boolean
  readonly source: 'suggested' | 'before' | 'said' | 'unknown' | 'left_out' | 'nursery'
  /** Synced pupils of this spelling who stand in a year group here. */
  readonly here: number
}

/** Whether pupils in nursery are synced (S-89), of whom some are. */
export interface NurseryChoice {
  readonly pupils: number
  readonly isIncluded: boolean
  /** Some of them are synced already: they cannot be left out again (S-88). */
  readonly isInUse: boolean
}

/** The year groups of a run's pupils, in the order of what they mean here. */
export function yearGroupRows(facts: ReviewFacts): readonly YearGroupRow[] {
  const placed = placedPupils(facts)
  const counts = new Map<string, { pupils: number; here: number }>()
  for (const { kind, sourceId, body } of facts.read.snapshot.current.values()) {
    if (kind !== 'pupil') continue
    const raw = body.fields.yearGroup ?? ''
    const { pupils, here } = counts.get(raw) ?? { pupils: 0, here: 0 }
    if (raw !== '') counts.set(raw, { pupils: pupils + 1, here: here + (placed.has(sourceId) ? 1 : 0) })
  }
  const orders = new Map(listYearGroups(facts.school.vocabulary).map((it) => [it.code, it.order]))
  return [...counts]
    .map(([raw, count]) => ({ raw, ...count, ...meaningOf(raw, facts) }))
    .sort((a, b) => (orders.get(a.code ?? '') ?? 99) - (orders.get(b.code ?? '') ?? 99) || (a.raw < b.raw ? -1 : 1))
}

/** Source ids of pupils who are linked and in a year group here. */
function placedPupils({ directory, read }: ReviewFacts): ReadonlySet<string> {
  return new Set(
    directory.links.flatMap(({ recordId, endReason, source }) => {
      const isOurs = endReason === null && source.kind === 'pupil' && source.connection === read.snapshot.connectionId
      return isOurs && directory.people.get(recordId)?.fields.yearGroup != null ? [source.id] : []
    }),
  )
}

function meaningOf(raw: string, { years }: ReviewFacts): Pick<YearGroupRow, 'code' | 'isUnknown' | 'source'> {
  const said = years.said(raw)
  if (said === NOT_SYNCED) return { code: NOT_SYNCED, isUnknown: false, source: 'left_out' }
  const check = years.check(raw)
  if (check.kind === 'unknown') return { code: null, isUnknown: true, source: 'unknown' }
  if (check.kind === 'nursery') return { code: NOT_SYNCED, isUnknown: false, source: 'nursery' }
  const source = said === undefined ? 'suggested' : years.isSaidNow(raw) ? 'said' : 'before'
  return { code: years.of(raw)?.code ?? null, isUnknown: false, source }
}

/** Whether nursery is synced; null where no pupil is in it. What somebody said of a spelling by itself is not part of it. */
export function nurseryChoice(facts: ReviewFacts, rows: readonly YearGroupRow[]): NurseryChoice | null {
  const of = rows.filter(({ raw }) => facts.years.said(raw) === undefined && isNursery(facts.years.of(raw)?.code ?? ''))
  if (of.length === 0) return null
  const pupils = of.reduce((sum, it) => sum + it.pupils, 0)
  return { pupils, isIncluded: isNurserySynced(facts.school, facts.settings), isInUse: of.some((it) => it.here > 0) }
}

/** The year groups that wait for a person to say what they are, each with its pupils: "Acorns (3), Nursery PM (14)". */
export function waitingGroups(facts: ReviewFacts): string {
  return yearGroupRows(facts)
    .filter((it) => it.isUnknown)
    .map(({ raw, pupils }) => `${raw} (${pupils})`)
    .join(', ')
}

/** What a person said about year groups, as a whole. */
export interface YearGroupsSaid {
  readonly rows: readonly { readonly raw: string; readonly code: string | null }[]
  /** Undefined: as it is. */
  readonly includeNursery: boolean | undefined
  /** The calendar year in which the school year of the read began; undefined: as it is. */
  readonly schoolYear: number | undefined
}

/**
 * Says what year groups of the source mean here; remembered once the run is applied (S-85). Only what differs is noted. A year
 * group in which synced pupils stand can become another one, but not none (S-88).
 */
export async function saveYearGroups(tx: SchoolTx, it: PanelSave<YearGroupsSaid>): Promise<Result<Reviewed, Problem>> {
  const taken = await takePanel(tx, it)
  if (!taken.ok) return taken
  const { locked, facts } = taken.value
  const { run } = locked
  const read = readSaid(facts, it.said)
  if (!read.ok) return read
  const { yearGroups, ...nursery } = read.value
  const { schoolYear } = it.said
  const isSameYear = schoolYear === undefined || schoolYear === schoolYearOfRun(run, facts).start
  if (Object.keys(yearGroups).length === 0 && nursery.includeNursery === undefined && isSameYear) return ok({ run, facts })
  const choices = {
    ...run.options.choices,
    ...nursery,
    ...(isSameYear ? {} : { schoolYear }),
    yearGroups: { ...run.options.choices?.yearGroups, ...yearGroups },
  }
  return ok(await reviewAgain(tx, withChoices(locked, choices), it.context))
}

/** What differs from how it stands, by folded spelling; refused where it cannot be. */
function readSaid(
  facts: ReviewFacts,
  said: YearGroupsSaid,
): Result<{ readonly yearGroups: Readonly<Record<string, string | null>>; readonly includeNursery?: boolean }, Problem> {
  const known = new Set([...listYearGroups(facts.school.vocabulary).map((one) => one.code), NOT_SYNCED])
  const rows = yearGroupRows(facts)
  const before = new Map(rows.map((row) => [row.raw, row]))
  if (said.rows.some(({ raw, code }) => !before.has(raw) || (code !== null && !known.has(code))))
    return fail(problem('review.unknown_choice'))
  const changed = said.rows.filter(({ raw, code }) => before.get(raw)?.code !== code || (before.get(raw)?.isUnknown && code === null))
  const unset = changed.find(({ raw, code }) => (code === null || code === NOT_SYNCED) && isInUse(before.get(raw)))
  const nursery = nurseryChoice(facts, rows)
  const isLeavingNursery = said.includeNursery === false && nursery?.isIncluded === true && nursery.isInUse
  if (unset !== undefined || isLeavingNursery)
    return fail(problem('review.year_group_in_use', { params: { group: unset?.raw ?? 'Nursery' } }))
  const yearGroups = Object.fromEntries(changed.map(({ raw, code }) => [foldName(raw), code]))
  const isSame = said.includeNursery === undefined || nursery === null || nursery.isIncluded === said.includeNursery
  return ok(isSame ? { yearGroups } : { yearGroups, includeNursery: said.includeNursery === true })
}

function isInUse(row: YearGroupRow | undefined): boolean {
  return row !== undefined && row.here > 0 && row.code !== null && row.code !== NOT_SYNCED
}

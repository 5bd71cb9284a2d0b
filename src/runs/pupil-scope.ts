import type { SchoolTx } from '../db/index.ts'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { listYearGroups, type PersonKind, recordKey } from '../roster/index.ts'
import { type Cohort, readSettings, type SchoolSettings } from '../schools/index.ts'
import type { PersonBody } from '../snapshots/index.ts'
import { type Reviewed, reviewAgain } from './review-again.ts'
import type { ReviewFacts } from './review-facts.ts'
import { lockSeenReview, withChoices } from './review-locked.ts'
import type { RunContext } from './run-context.ts'
import { isInCohort } from './school-rules.ts'

/** Which pupils are synced, and what there is to choose from (S-82). */
export interface PupilScope {
  readonly cohort: Cohort | null
  /** What the school has kept from earlier runs: whoever is chosen now is added to it (D25). */
  readonly kept: Cohort | null
  readonly pupilEmails: SchoolSettings['pupilEmails']
  readonly pupils: number
  readonly withEmail: number
  readonly yearGroups: readonly { readonly code: string; readonly name: string; readonly pupils: number }[]
  readonly registrationClasses: readonly { readonly name: string; readonly pupils: number }[]
}

/** What a choice of pupils takes in: those outside stay here, and the linked among them become Desynced (D25). */
export interface ScopeCount {
  readonly pupils: number
  readonly outside: number
  readonly desynced: number
}

/** The pupils of the source by year group and registration class, and the school's choice as it stands. */
export function pupilScope(facts: ReviewFacts): PupilScope {
  const pupils = pupilsOf(facts)
  const years = new Map<string, { name: string; pupils: number }>()
  const classes = new Map<string, number>()
  for (const { body } of pupils) {
    const raw = body.fields.yearGroup ?? null
    const group = raw === null ? null : facts.years.of(raw)
    if (group !== null) years.set(group.code, { name: group.name, pupils: (years.get(group.code)?.pupils ?? 0) + 1 })
    for (const name of registrationsOf(body, facts)) classes.set(name, (classes.get(name) ?? 0) + 1)
  }
  const orders = new Map(listYearGroups(facts.school.vocabulary).map((it) => [it.code, it.order]))
  return {
    cohort: facts.settings.cohort,
    kept: facts.kept.cohort,
    pupilEmails: facts.settings.pupilEmails,
    pupils: pupils.length,
    withEmail: pupils.filter(({ body }) => (body.fields.email ?? '') !== '').length,
    yearGroups: [...years].map(([code, it]) => ({ code, ...it })).sort((a, b) => (orders.get(a.code) ?? 99) - (orders.get(b.code) ?? 99)),
    registrationClasses: [...classes]
      .map(([name, count]) => ({ name, pupils: count }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
  }
}

/** A choice of pupils; null: all of them. */
export interface CohortChoice {
  readonly cohort: Cohort | null
  /** Those alone: else they are added to what the school has kept (D25). */
  readonly isOnly: boolean
}

/** The cohort that a choice makes: with what the school has kept, unless it is meant alone. */
function cohortOfChoice({ cohort, isOnly }: CohortChoice, kept: Cohort | null): Cohort | null {
  if (cohort === null || kept === null || isOnly) return cohort
  const both = (of: (it: Cohort) => readonly string[]): string[] => [...new Set([...of(kept), ...of(cohort)])]
  return { yearGroups: both((it) => it.yearGroups), registrationClasses: both((it) => it.registrationClasses) }
}

/** Counts what a choice would do, before it is saved. */
export function countScope(facts: ReviewFacts, choice: CohortChoice): ScopeCount {
  const cohort = cohortOfChoice(choice, facts.kept.cohort)
  const { current } = facts.read.snapshot
  const outside = pupilsOf(facts).filter(({ body }) => !isInCohort(cohort, body, { current, years: facts.years }))
  const linked = new Set(
    facts.directory.links.flatMap(({ recordKind, endReason, source }) =>
      recordKind === 'person' && endReason === null && source.connection === facts.read.snapshot.connectionId
        ? [recordKey(personKind(source.kind), source.id)]
        : [],
    ),
  )
  const desynced = outside.filter((it) => linked.has(recordKey('pupil', it.sourceId))).length
  return { pupils: pupilsOf(facts).length - outside.length, outside: outside.length, desynced }
}

/** Chooses pupils, and the use of their e-mail addresses, for this run and, once it is applied, for later ones (D25, S-108). */
export async function savePupilScope(
  tx: SchoolTx,
  it: {
    readonly runId: string
    readonly seen: number
    readonly choice: CohortChoice
    readonly pupilEmails: 'chosen' | 'none'
    readonly context: RunContext
  },
): Promise<Result<Reviewed, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockSeenReview(tx, it.runId, it.seen)
  if (!locked.ok) return locked
  const cohort = cohortOfChoice(it.choice, (await readSettings(tx)).cohort)
  const choices = { ...locked.value.run.options.choices, cohort, pupilEmails: it.pupilEmails }
  return ok(await reviewAgain(tx, withChoices(locked.value, choices), it.context))
}

function pupilsOf({ read }: ReviewFacts): readonly { readonly sourceId: string; readonly body: PersonBody }[] {
  return [...read.snapshot.current.values()].flatMap((it) => (it.kind === 'pupil' ? [{ sourceId: it.sourceId, body: it.body }] : []))
}

function registrationsOf(body: PersonBody, { read }: ReviewFacts): readonly string[] {
  return (body.enrolments ?? []).flatMap((it) => {
    const record = read.snapshot.current.get(recordKey('class', it.classSourceId))
    return record?.kind === 'class' && record.body.kind === 'registration' && it.role === 'pupil' ? [record.body.name] : []
  })
}

function personKind(kind: string): PersonKind {
  return kind === 'staff' ? 'staff' : 'pupil'
}

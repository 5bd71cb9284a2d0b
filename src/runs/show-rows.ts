import { createHash } from 'node:crypto'
import { foldName } from '../kernel/index.ts'
import { buildPlan, type Change, NEW_CLASS, type PlanInput, setsUpClasses } from '../plans/index.ts'
import {
  indexSaid,
  isExpected,
  patternOf,
  type ReviewRow,
  type ShownDecision,
  type ShownRow,
  type ShownSide,
  type TypedDetail,
  touchesOf,
} from '../review/index.ts'
import { type PersonFields, recordKey } from '../roster/index.ts'
import { maskedUpn } from '../wording/index.ts'
import { emailDoubts } from './email-doubts.ts'
import { planInput, type ReviewFacts } from './review-facts.ts'
import { groundsOf } from './row-grounds.ts'
import type { RunScope } from './run.ts'
import { type RecordNames, renamedClasses, shownFields } from './shown-fields.ts'

/** What people said in this run, by the record of ours and by `recordKey` of the source's. */
export type DecidedInRun = ReadonlyMap<string, ShownDecision>

/**
 * Adds to each row what its line on the screen says: both sides, and what a sync would write if it takes the pair. That is the
 * plan's own word, so that the review never shows another change than the plan makes.
 */
export function showRows(
  rows: readonly ReviewRow[],
  facts: ReviewFacts,
  { scope, decided, at }: { readonly scope: RunScope; readonly decided: DecidedInRun; readonly at: Date },
): readonly ShownRow[] {
  const asIfTaken = rows.map((it) => (it.leftOut === null && it.sourceId !== null ? { ...it, willImport: true, setAside: null } : it))
  const plan = planInput(facts, { rows: asIfTaken, scope: setsUpClasses({ scope }) ? 'all' : scope })
  const planned = buildPlan(plan)
  const names = namesIn(plan, planned)
  const changes = changesByPerson(planned)
  const said = indexSaid(facts.decisions)
  const sideOf = sides(facts)
  const groundFor = groundsOf(facts, at)
  const doubts = emailDoubts(facts)
  return rows.map((row) => {
    const here = row.personId === null ? null : sideOf.here(row.personId)
    const there = row.sourceId === null ? null : sideOf.there(row)
    const change = changes.get(row.personId ?? '')
    const shown = change === undefined ? [] : shownFields(change, names)
    const touches = touchesOf(shown)
    const ground = groundFor(row)
    const decision = decisionOf(row, decided)
    const hasEmail =
      row.kind === 'pupil' && facts.settings.pupilEmails === 'chosen' && there !== null && there.email !== null && row.setAside !== 'ever'
    return {
      ...row,
      rowId: row.personId ?? rowIdOf(plan.connection, row),
      double: row.double && { ...row.double, shown: sideOf.there({ ...row, sourceId: row.double.sourceId }) },
      here,
      there,
      changes: shown,
      touches,
      pattern: patternOf(row, touches),
      ground: ground?.code ?? null,
      groundOn: ground?.on ?? null,
      isExpected: isExpected(row, ground),
      syncEmail: hasEmail && row.leftOut === null ? said.usesEmail(row.sourceId ?? '') : null,
      emailDoubt: hasEmail && row.leftOut === null ? doubts(row.sourceId ?? '') : null,
      // taken as matches by one word for all, they are still decided by nobody
      needsDecision:
        row.reason === 'double' ||
        (row.status === 'may_match' && !facts.settings.applyUnreviewedMayMatch && row.leftOut === null && decision === null),
      missing: row.sourceId === null || row.setAside === 'ever' ? [] : missingOf(row, facts),
      typed: row.sourceId === null ? [] : facts.typed.typedOf(row.kind, row.sourceId),
      decided: decision,
      sortName: sortNameOf(row, facts),
      search: searchOf(row, facts, [here, there]),
    }
  })
}

/** What may be typed: of somebody we hold, only what the source carries and leaves empty, for the rest is ours to say already. */
function missingOf({ kind, sourceId, personId }: ReviewRow, { typed, read }: ReviewFacts): readonly TypedDetail[] {
  const record = read.snapshot.current.get(recordKey(kind, sourceId ?? ''))
  const carries = record !== undefined && record.kind !== 'class' && 'birthDate' in record.body.fields
  return typed.missingOf(kind, sourceId ?? '').filter((it) => it !== 'birth_date' || personId === null || carries)
}

/** What year groups and classes are called, those included that the plan makes. */
function namesIn({ directory, source, yearGroup }: PlanInput, planned: readonly Change[]): RecordNames {
  const renamed = renamedClasses(planned)
  return {
    yearGroup: (code) => directory.yearGroups.get(code)?.fields.name ?? yearGroup(code)?.name ?? code,
    class: (ref, side) => {
      const record = ref.startsWith(NEW_CLASS) ? source.get(recordKey('class', ref.slice(NEW_CLASS.length))) : undefined
      const held = record?.kind === 'class' ? record.body : directory.classes.get(ref)?.fields
      const name = (side === 'after' ? renamed.get(ref) : undefined) ?? held?.name
      return held === undefined || name === undefined ? undefined : { name, isRegistration: held.kind === 'registration' }
    },
  }
}

function changesByPerson(changes: readonly Change[]): ReadonlyMap<string, Change> {
  const writes = changes.filter((it) => it.recordKind === 'person' && (it.operation === 'link' || it.operation === 'update'))
  return new Map(writes.map((it) => [it.recordId ?? '', it]))
}

function decisionOf({ kind, personId, sourceId }: ReviewRow, decided: DecidedInRun): ShownDecision | null {
  const bySource = sourceId === null ? undefined : decided.get(recordKey(kind, sourceId))
  return bySource ?? (personId === null ? undefined : decided.get(personId)) ?? null
}

interface SideReader {
  here(personId: string): ShownSide | null
  there(row: ReviewRow): ShownSide | null
}

function sides({ directory, read, years }: ReviewFacts): SideReader {
  const { current } = read.snapshot
  return {
    here: (personId) => {
      const person = directory.people.get(personId)
      if (person === undefined) return null
      const registration = person.enrolments.map((it) => directory.classes.get(it.class)).find((it) => it?.fields.kind === 'registration')
      const yearGroup = directory.yearGroups.get(person.fields.yearGroup ?? '')?.fields.name ?? null
      return side(person.fields, { yearGroup, registrationClass: person.kind === 'pupil' ? (registration?.fields.name ?? null) : null })
    },
    there: ({ kind, sourceId }) => {
      const record = current.get(recordKey(kind, sourceId ?? ''))
      if (record === undefined || record.kind === 'class') return null
      const { fields, enrolments = [] } = record.body
      const registration = enrolments
        .filter((it) => it.role === 'pupil')
        .map((it) => current.get(recordKey('class', it.classSourceId)))
        .find((it) => it?.kind === 'class' && it.body.kind === 'registration')
      const raw = kind === 'pupil' ? (fields.yearGroup ?? null) : null
      const yearGroup = raw === null ? null : (years.of(raw)?.name ?? raw)
      return side(fields, { yearGroup, registrationClass: registration?.kind === 'class' ? registration.body.name : null })
    },
  }
}

function side(fields: Partial<PersonFields>, placed: Pick<ShownSide, 'yearGroup' | 'registrationClass'>): ShownSide {
  const knownAs = [fields.knownAsFirstName, fields.knownAsLastName].filter(Boolean).join(' ')
  return {
    name: [fields.firstName, fields.middleName, fields.lastName].filter(Boolean).join(' ') || (fields.username ?? ''),
    knownAs: knownAs === '' ? null : knownAs,
    birthDate: fields.birthDate ?? null,
    upn: fields.upn == null ? null : maskedUpn(fields.upn),
    email: fields.email ?? null,
    position: fields.position ?? fields.userType ?? null,
    ...placed,
  }
}

/** A source record without a person of ours is named by what it is, not where it stands: the same in the next run. */
function rowIdOf(connection: string, { kind, sourceId }: ReviewRow): string {
  const hex = createHash('sha256').update(`${connection} ${kind} ${sourceId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function sortNameOf({ kind, personId, sourceId }: ReviewRow, { directory, read }: ReviewFacts): string {
  const record = read.snapshot.current.get(recordKey(kind, sourceId ?? ''))
  const theirs = record === undefined || record.kind === 'class' ? undefined : record.body.fields
  const fields = directory.people.get(personId ?? '')?.fields ?? theirs
  return foldName(`${fields?.lastName ?? ''} ${fields?.firstName ?? fields?.username ?? ''}`)
}

function searchOf({ kind, personId, sourceId }: ReviewRow, { directory, read }: ReviewFacts, shown: readonly (ShownSide | null)[]): string {
  const record = read.snapshot.current.get(recordKey(kind, sourceId ?? ''))
  const upns = [
    directory.people.get(personId ?? '')?.fields.upn,
    record === undefined || record.kind === 'class' ? null : record.body.fields.upn,
  ]
  const texts = shown.flatMap((it) => (it === null ? [] : [it.name, it.knownAs, it.registrationClass, it.email]))
  return foldName([...texts, ...upns].filter(Boolean).join(' '))
}

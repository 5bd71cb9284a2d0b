import type { DirectoryPerson } from '../directory/index.ts'
import type { ReviewRow } from '../review/index.ts'
import { difference, type Fields, fieldsOwnedBySource, PERSON_FIELDS, recordKey } from '../roster/index.ts'
import type { PersonBody } from '../snapshots/index.ts'
import { linkState } from './link-index.ts'
import { type Change, enrolmentKey, isEmpty, NOTHING, type PlannedEnrolment, type PlannedState } from './plan.ts'
import type { PlannedClasses } from './plan-classes.ts'
import { type PlanInput, sourceRef, syncedRows } from './plan-input.ts'
import { isRegistration } from './registration.ts'

/** What happens to each person: created, linked, updated, desynced or unlinked. Nobody is deleted (S-190). */
export function planPeople(input: PlanInput, classes: PlannedClasses): readonly Change[] {
  const syncing = syncedRows(input).flatMap((row) => syncChange(row, input, classes))
  const desyncing = input.rows.flatMap((row) => desyncChange(row, input))
  return [...syncing, ...desyncing].filter((it) => !isEmpty(it))
}

function syncChange(row: ReviewRow, input: PlanInput, classes: PlannedClasses): readonly Change[] {
  const { kind, sourceId, personId } = row
  const record = input.source.get(recordKey(kind, sourceId ?? ''))
  if (sourceId === null || record === undefined || record.kind === 'class') return []
  const source = sourceRef(input, kind, sourceId)
  const person = personId === null ? undefined : input.directory.people.get(personId)
  const wanted = wantedFields(input, record, { kind, localFields: person?.localFields ?? [], pinned: person?.pinned })
  const enrolments = enrolmentChange(record.body, person, classes)
  const base = { recordKind: 'person', population: kind, source } as const
  if (person === undefined) {
    const blank = Object.fromEntries(PERSON_FIELDS.map((field) => [field, field === 'status' ? 'active' : null]))
    const after: PlannedState = { fields: { kind, ...blank, ...wanted }, enrolments: enrolments.after, link: { state: 'live' } }
    const before: PlannedState = { ...NOTHING, link: { state: 'none' } }
    return [
      {
        ...base,
        key: `person create ${kind} ${sourceId}`,
        operation: 'create',
        recordId: null,
        before,
        after,
        reason: { code: 'person.new_in_source', params: {} },
      },
    ]
  }
  const fields = difference({ ...person.fields }, wanted)
  const link = linkState(input.links, { recordKind: 'person', recordId: person.id }, source)
  const state = (side: 'before' | 'after'): PlannedState => ({ fields: fields[side], enrolments: enrolments[side], link: null })
  const change = { ...base, recordId: person.id, before: state('before'), after: state('after') }
  if (link.state === 'live')
    return [{ ...change, key: `person update ${person.id}`, operation: 'update', reason: { code: 'person.changed_in_source', params: {} } }]
  const before = { ...change.before, link }
  const after: PlannedState = { ...change.after, link: { state: 'live' } }
  return [{ ...change, key: `person link ${person.id}`, operation: 'link', before, after, reason: linkReason(row) }]
}

function desyncChange(row: ReviewRow, input: PlanInput): readonly Change[] {
  if (row.status !== 'desynced' || row.personId === null || row.sourceId === null) return []
  const source = sourceRef(input, row.kind, row.sourceId)
  if (linkState(input.links, { recordKind: 'person', recordId: row.personId }, source).state !== 'live') return []
  const reason = row.reason === 'out_of_scope' ? 'out_of_scope' : 'left'
  // kept with the change: what the source said is gone from it, and the list of leavers shows the day
  const on = reason === 'left' ? input.leftOn.get(recordKey(row.kind, row.sourceId)) : undefined
  return [
    {
      key: `person desync ${row.personId}`,
      recordKind: 'person',
      population: row.kind,
      operation: 'desync',
      recordId: row.personId,
      source,
      before: { ...NOTHING, link: { state: 'live' } },
      after: { ...NOTHING, link: { state: reason } },
      reason: { code: `person.${reason}`, params: on === undefined ? {} : { on } },
    },
  ]
}

/** MIS wins (S-66, S-67), in the fields it carries and owns. */
function wantedFields(
  input: PlanInput,
  { sourceId, body }: { readonly sourceId: string; readonly body: PersonBody },
  { kind, ...kept }: Pick<DirectoryPerson, 'kind' | 'localFields' | 'pinned'>,
): Fields {
  const isUsed = (field: string): boolean => field !== 'email' || kind === 'staff' || input.usesEmail(sourceId)
  const owned = fieldsOwnedBySource(kind, kept).filter((field) => field in body.fields && isUsed(field))
  return Object.fromEntries(
    owned.map((field) => {
      const value = body.fields[field] ?? null
      return [field, field !== 'yearGroup' ? value : kind === 'pupil' && value !== null ? (input.yearGroup(value)?.code ?? null) : null]
    }),
  )
}

/**
 * Memberships that end and begin. The source owns those in its classes, and a pupil's registration (one each, S-100);
 * groups made here are not touched (S-101).
 */
function enrolmentChange(
  body: PersonBody,
  person: DirectoryPerson | undefined,
  classes: PlannedClasses,
): { readonly before: readonly PlannedEnrolment[]; readonly after: readonly PlannedEnrolment[] } {
  if (body.enrolments === undefined) return { before: [], after: [] }
  const wanted = body.enrolments.flatMap(({ classSourceId, role, isPrimary }) => {
    const ref = classes.refs.get(classSourceId)
    return ref === undefined ? [] : [{ class: ref, role, isPrimary }]
  })
  const isRegistered = (it: PlannedEnrolment): boolean => isRegistration(it, classes.registrations)
  const isReplaced = wanted.some(isRegistered)
  // whose class waits for its own panel stays where they are until it is there (S-46)
  const isWaiting = !isReplaced && body.enrolments.some((it) => classes.waiting.has(it.classSourceId))
  const held = (person?.enrolments ?? []).filter((it) =>
    isRegistered(it) && (isReplaced || isWaiting) ? isReplaced : classes.owned.has(it.class),
  )
  const wantedKeys = new Set(wanted.map(enrolmentKey))
  const heldKeys = new Set(held.map(enrolmentKey))
  return {
    before: held.filter((it) => !wantedKeys.has(enrolmentKey(it))),
    after: wanted.filter((it) => !heldKeys.has(enrolmentKey(it))),
  }
}

function linkReason(row: ReviewRow): Change['reason'] {
  if (row.reason === 'came_back') return { code: 'person.came_back', params: {} }
  return { code: row.status === 'matched' ? 'person.matched' : 'person.may_match_accepted', params: {} }
}

import { type Problem, problem } from '../kernel/index.ts'
import { recordKey } from '../roster/index.ts'
import type { Placing } from './placing.ts'
import type { ClassBody, PersonEnrolment, SourceRecord } from './source-record.ts'

/** What a read says about memberships, by person. */
export interface Said {
  readonly told: ReadonlyMap<string, ReadonlyMap<string, PersonEnrolment>>
  readonly ended: readonly { readonly key: string | undefined; readonly classSourceId: string }[]
  readonly onlyInMemberships: ReadonlySet<string>
}

/**
 * Writes each person's memberships into the records: those told when the read holds them all, else those known, without the
 * ended, with the told. Those of a class whose own row was lost stay. Somebody whom the read does not name is touched only
 * where a membership of theirs changed.
 */
export function settleMemberships(placing: Placing, said: Said): readonly Problem[] {
  const { records, known } = placing
  const problems: Problem[] = []
  const isWhole = holdsAll(placing)
  const isOfLostClass = ({ classSourceId }: PersonEnrolment): boolean =>
    !placing.summary.isDeclaredFull && said.onlyInMemberships.has(recordKey('class', classSourceId))
  const ended = new Set(said.ended.map(({ key, classSourceId }) => `${key} ${classSourceId}`))
  for (const key of peopleOf(placing, said, isWhole)) {
    const record = records.get(key) ?? known.get(key)
    if (record === undefined || record.kind === 'class') continue
    const before = enrolmentsOf(known.get(key))
    const told = said.told.get(key) ?? new Map<string, PersonEnrolment>()
    const stands = ({ classSourceId: id }: PersonEnrolment): boolean => !told.has(id) && !ended.has(`${key} ${id}`) && isClass(id, placing)
    const standing = before.filter(isWhole ? isOfLostClass : stands)
    const kept = withoutReplaced(standing, [...told.values()], placing)
    const enrolments = oneRegistration([...kept, ...told.values()], placing, (value) =>
      problems.push(problem('enrolment.second_registration_class', { value, column: 'class' })),
    )
    if (records.has(key) || !isSame(before, enrolments)) records.set(key, { ...record, body: { ...record.body, enrolments } })
  }
  return problems
}

/** Nothing at all, where there was something, is not believed. */
function holdsAll({ enrolments, summary, incomplete }: Placing): boolean {
  return summary.carries.enrolment === 'whole' && incomplete.enrolment === null && enrolments.length > 0
}

/** A file of memberships that holds them all speaks of everybody who is still here; a file of people only of those in it. */
function peopleOf({ enrolments, records, known, gone, incomplete }: Placing, said: Said, isWhole: boolean): Iterable<string> {
  const named = [...records.keys(), ...said.told.keys(), ...said.ended.flatMap(({ key }) => key ?? [])]
  const speaksOfAll = isWhole && enrolments.some(({ counted }) => counted)
  const others = [...known].flatMap(([key, { kind }]) => (speaksOfAll && incomplete[kind] !== null ? [key] : []))
  return new Set([...named, ...others].filter((key) => records.has(key) || !gone.has(key)))
}

/** A registration class that is told takes the place of the one known. */
function withoutReplaced(
  standing: readonly PersonEnrolment[],
  told: readonly PersonEnrolment[],
  placing: Placing,
): readonly PersonEnrolment[] {
  if (!told.some((it) => isRegistration(it, placing))) return standing
  return standing.filter((it) => !isRegistration(it, placing))
}

/** A pupil is registered in one class (S-100): the primary one, else the first by id. Sorted by class. */
function oneRegistration(
  enrolments: readonly PersonEnrolment[],
  placing: Placing,
  onSecond: (classSourceId: string) => void,
): readonly PersonEnrolment[] {
  const sorted = [...enrolments].sort((a, b) => (a.classSourceId < b.classSourceId ? -1 : 1))
  const registrations = sorted.filter((it) => isRegistration(it, placing))
  const kept = registrations.find((it) => it.isPrimary) ?? registrations[0]
  for (const it of registrations) if (it !== kept) onSecond(it.classSourceId)
  return sorted.filter((it) => it === kept || !registrations.includes(it))
}

function isClass(id: string, { records, known, gone }: Placing): boolean {
  const key = recordKey('class', id)
  return records.has(key) || (known.has(key) && !gone.has(key))
}

function isRegistration({ role, classSourceId }: PersonEnrolment, { records, known }: Placing): boolean {
  const key = recordKey('class', classSourceId)
  const record = records.get(key) ?? known.get(key)
  return role === 'pupil' && record?.kind === 'class' && (record.body satisfies ClassBody).kind === 'registration'
}

function enrolmentsOf(record: SourceRecord | undefined): readonly PersonEnrolment[] {
  return record !== undefined && record.kind !== 'class' ? (record.body.enrolments ?? []) : []
}

function isSame(before: readonly PersonEnrolment[], after: readonly PersonEnrolment[]): boolean {
  const text = (all: readonly PersonEnrolment[]): string => JSON.stringify(all.map((it) => [it.classSourceId, it.role, it.isPrimary]))
  return before.length === after.length && text(before) === text(after)
}

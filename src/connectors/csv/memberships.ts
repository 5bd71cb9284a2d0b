import type { EnrolmentRole, SourceClass } from '../../roster/index.ts'
import type { Place, ReadSink } from '../connector.ts'
import { cell, listedCell } from './people-file.ts'
import type { PersonRow } from './person-fields.ts'

/** Classes named in people's rows. They have no rows of their own: all about them is known at the end. */
export interface Memberships {
  readonly classes: Map<string, { readonly school: string; readonly it: Omit<SourceClass, 'yearGroups'>; readonly yearGroups: Set<string> }>
  /** Memberships told, by class: people of a pivot have one in each of several rows. */
  readonly told: Map<string, Set<string>>
}

export function memberships(): Memberships {
  return { classes: new Map(), told: new Map() }
}

interface Member {
  readonly school: string
  readonly personSourceId: string
  readonly yearGroup: string | null
  readonly place: Place
}

/** Tells the memberships that stand in a person's row, each once. */
export function tellMemberships(desk: Memberships & { sink: ReadSink }, row: PersonRow, member: Member): void {
  const role: EnrolmentRole = row.meaning.kind === 'pupil' ? 'pupil' : 'teacher'
  for (const it of classesIn(row)) {
    const key = `${member.school}\0${it.sourceId}`
    const known = desk.classes.get(key) ?? { school: member.school, it, yearGroups: new Set<string>() }
    desk.classes.set(key, known)
    if (role === 'pupil' && member.yearGroup !== null) known.yearGroups.add(member.yearGroup)
    if (!isFirst(desk.told, `${role} ${key}`, member.personSourceId)) continue
    const enrolment = { classSourceId: it.sourceId, personSourceId: member.personSourceId, role, isPrimary: false }
    desk.sink.enrolment(member.school, enrolment, member.place, false)
  }
}

function isFirst(told: Map<string, Set<string>>, place: string, personSourceId: string): boolean {
  const people = told.get(place) ?? new Set()
  told.set(place, people)
  const before = people.size
  return people.add(personSourceId).size > before
}

/** Tells the classes that people stand in, with the year groups of their pupils. */
export function closeMemberships({ classes }: Memberships, sink: ReadSink): void {
  for (const { school, it, yearGroups } of classes.values()) sink.class(school, { ...it, yearGroups: [...yearGroups].sort() }, null)
}

function classesIn({ file, survey, row, meaning }: PersonRow): Omit<SourceClass, 'yearGroups'>[] {
  const registration = cell(file, row, 'registrationClass')
  const subject = cell(file, row, 'subjectClass')
  const isOthersRegistration = (name: string) => meaning.kind === 'staff' && survey.registrationClasses.has(name)
  return [
    ...(registration === null ? [] : [classNamed(registration, survey.isClassPivot ? 'subject' : 'registration')]),
    ...(subject === null ? [] : [classNamed(subject, 'subject')]),
    ...namesIn(listedCell(file, row, 'classes')).map((name) => classNamed(name, isOthersRegistration(name) ? 'registration' : 'subject')),
  ]
}

/** `muster people` lists the names of several classes in one cell: `Maths; Art`. */
function namesIn(list: string | null): readonly string[] {
  return (list ?? '').split('; ').flatMap((name) => name.trim() || [])
}

/** A class known by its name only; "4B" in the column of forms and "4B" in that of sets are two. */
function classNamed(text: string, kind: 'registration' | 'subject'): Omit<SourceClass, 'yearGroups'> {
  const name = text.replace(/\s+/g, ' ')
  return { sourceId: `${kind}:${name}`, kind, name, code: null, description: null }
}

import type { Directory, DirectoryLink, DirectoryPerson } from '../../directory/index.ts'
import type { HeldClass, readMembers } from '../classes.store.ts'
import type { HeldPerson, WhichPeople } from '../people.store.ts'
import type { PersonRecord } from '../person-details.store.ts'
import { isLeaver, shownName } from '../person-standing.ts'
import { byText } from '../search.ts'
import type { HeldYearGroup } from '../year-groups.store.ts'

/** The people of a directory, as the store gives those of now. */
export function peopleIn(directory: Directory, { kind, ids }: WhichPeople): readonly HeldPerson[] {
  const wanted = ids === null ? null : new Set(ids)
  const links = latestLinks(directory)
  return [...directory.people.values()]
    .filter((it) => (kind === null || it.kind === kind) && (wanted === null ? it.mergedInto === undefined : wanted.has(it.id)))
    .map((it) => heldPerson(it, directory, links.get(it.id)))
}

function heldPerson(person: DirectoryPerson, directory: Directory, link: DirectoryLink | undefined): HeldPerson {
  const { id, kind, fields, enrolments } = person
  const { firstName, middleName, lastName, knownAsFirstName, knownAsLastName, birthDate, upn, customId, email, username, position } = fields
  const year = fields.yearGroup === null ? undefined : directory.yearGroups.get(fields.yearGroup)?.fields
  const registration = enrolments
    .filter((it) => it.role === 'pupil')
    .map((it) => directory.classes.get(it.class)?.fields)
    .find((it) => it?.kind === 'registration')
  return {
    ...{
      id,
      kind,
      firstName,
      middleName,
      lastName,
      knownAsFirstName,
      knownAsLastName,
      birthDate,
      upn,
      customId,
      email,
      username,
      position,
    },
    isDisabled: fields.status === 'disabled',
    // it is counted when a run is applied, and no day before is kept
    intakeYear: null,
    yearGroup: year?.name ?? null,
    yearPosition: year?.position ?? null,
    registrationClass: registration?.name ?? null,
    yearCode: fields.yearGroup,
    link: link === undefined ? null : (link.endReason ?? 'live'),
    linkEndedAt: link === undefined || link.endedAt === null ? null : new Date(link.endedAt),
    mergedInto: person.mergedInto ?? null,
  }
}

/** The latest link of each person: the live one, else the one that ended last. */
function latestLinks({ links }: Directory): ReadonlyMap<string, DirectoryLink> {
  const people = links.filter((it) => it.recordKind === 'person')
  const inOrder = people.sort((a, b) => byEnd(a.endedAt, b.endedAt))
  return new Map(inOrder.map((it) => [it.recordId, it]))
}

/** Live links come last. */
function byEnd(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : 1
}

/** The classes of a directory, as the store gives those of now. Who has left is not counted. */
export function classesIn(directory: Directory): readonly HeldClass[] {
  const { classes, yearGroups, links } = directory
  const synced = new Set(links.filter((it) => it.recordKind === 'class' && it.endReason === null).map((it) => it.recordId))
  const members = membersByClass(directory)
  return [...classes.values()].map(({ id, fields }) => {
    const { name, kind, description, isArchived } = fields
    const years = fields.yearGroups.map((code) => ({ code, ...yearGroups.get(code)?.fields }))
    years.sort((a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER) || byText(a.code, b.code))
    const people = members.get(id) ?? []
    const teachers = people.filter((it) => it.role === 'teacher').map((it) => it.person)
    teachers.sort((a, b) => byText(a.lastName, b.lastName) || byText(a.firstName, b.firstName) || (a.id < b.id ? -1 : 1))
    return {
      ...{ id, name, kind, description, isArchived, isSynced: synced.has(id) },
      ownsDescription: fields.localFields.includes('description'),
      isOwnGroup: fields.localFields.includes('members'),
      yearGroups: years.map((it) => it.name ?? it.code),
      pupils: people.filter((it) => it.role === 'pupil').length,
      teachers: teachers.map(shownName),
    }
  })
}

/** The year groups of a directory, youngest first, as the store gives those of now. */
export function yearGroupsIn({ yearGroups }: Directory): readonly HeldYearGroup[] {
  const found = [...yearGroups.values()].map(({ code, fields: { name, position } }) => ({ code, name, position }))
  return found.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
}

/** Who is in a class of a directory, and as what. Who has left is not. */
export function membersIn(directory: Directory, classId: string): Awaited<ReturnType<typeof readMembers>> {
  return (membersByClass(directory).get(classId) ?? []).map(({ person, role }) => ({ id: person.id, role }))
}

interface Member {
  readonly person: HeldPerson
  readonly role: string
}

function membersByClass(directory: Directory): ReadonlyMap<string, readonly Member[]> {
  const found = new Map<string, Member[]>()
  for (const person of peopleIn(directory, { kind: null, ids: null })) {
    if (isLeaver(person)) continue
    for (const { class: id, role } of directory.people.get(person.id)?.enrolments ?? []) {
      const known = found.get(id)
      if (known === undefined) found.set(id, [{ person, role }])
      else known.push({ person, role })
    }
  }
  return found
}

/** Everything about a person of a directory that lists do not say. */
export function recordIn({ people, classes, yearGroups }: Directory, personId: string): PersonRecord {
  const person = people.get(personId)
  if (person === undefined) throw new Error('A person is gone.')
  const { fields, localFields, enrolments } = person
  const places = enrolments.flatMap(({ class: id, role }) => {
    const held = classes.get(id)
    return held === undefined ? [] : [{ id, name: held.fields.name, kind: held.fields.kind, role }]
  })
  places.sort((a, b) => byText(a.kind, b.kind) || byText(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const yearGroup = fields.yearGroup === null ? null : (yearGroups.get(fields.yearGroup)?.fields.name ?? null)
  return { fields: { ...fields, yearGroup }, localFields, classes: places }
}

import { CHECKS, type Check, type Checked } from '../../contract/index.ts'
import type { Vocabulary } from '../../roster/index.ts'
import type { HeldClass } from '../classes.store.ts'
import type { HeldPerson } from '../people.store.ts'
import { isLeaver, shownName } from '../person-standing.ts'
import { byText } from '../search.ts'

/** What the checks look at. */
export interface SchoolToCheck {
  readonly people: readonly HeldPerson[]
  readonly classes: readonly HeldClass[]
  readonly vocabulary: Vocabulary
  /** The first day of the school year, `YYYY-MM-DD`. */
  readonly yearBegan: string
}

/** From here on year groups are of no age: mixed, ungraded. */
const NO_AGE_FROM = 90

/** Whom and what each check finds (S-145). Who has left or was merged, and what is archived, is not looked at. */
export function sanityChecks(school: SchoolToCheck): Readonly<Record<Check, readonly Checked[]>> {
  const people = school.people.filter((it) => !isLeaver(it) && !it.isDisabled && it.mergedInto === null)
  const classes = school.classes.filter((it) => !it.isArchived)
  const pupils = people.filter((it) => it.kind === 'pupil')
  const staff = people.filter((it) => it.kind === 'staff')
  const hasRegistrations = classes.some((it) => it.kind === 'registration')
  const hasStaffCodes = staff.some((it) => it.customId !== null)
  const found: Readonly<Record<Check, readonly Checked[]>> = {
    pupil_without_class: hasRegistrations ? pupils.filter((it) => it.registrationClass === null).map((it) => person(it, it.yearGroup)) : [],
    class_without_teacher: classes.filter((it) => it.kind === 'registration' && it.teachers.length === 0).map(group),
    class_without_pupils: classes.filter((it) => it.pupils === 0 && it.kind !== 'group').map(group),
    year_against_age: pupils.filter((it) => isOutOfAge(it, school)).map((it) => person(it, it.yearGroup)),
    pupil_without_year: pupils.filter((it) => it.yearGroup === null).map((it) => person(it, it.registrationClass)),
    pupil_without_birth_date: pupils.filter((it) => it.birthDate === null).map((it) => person(it, it.registrationClass)),
    same_email: sharedEmails(people),
    staff_without_email: staff.filter((it) => it.email === null || it.email === '').map((it) => person(it, it.position)),
    // a school that gives no codes misses none
    staff_without_code: hasStaffCodes ? staff.filter((it) => it.customId === null).map((it) => person(it, it.position)) : [],
    person_not_linked: people
      .filter((it) => it.link !== 'live' && it.link !== 'out_of_scope')
      .map((it) => person(it, it.registrationClass)),
  }
  const inOrder = CHECKS.map((check) => [check, [...found[check]].sort(byDetailAndName)] as const)
  // every check of the list is in it
  return Object.fromEntries(inOrder) as unknown as Record<Check, readonly Checked[]>
}

function person(it: HeldPerson, detail: string | null): Checked {
  return { id: it.id, kind: it.kind, name: shownName(it), detail }
}

function group({ id, name, yearGroups }: HeldClass): Checked {
  return { id, kind: 'class', name, detail: yearGroups.length === 0 ? null : yearGroups.join(', ') }
}

/** Those who share an address stand together. */
function byDetailAndName(a: Checked, b: Checked): number {
  const isShared = a.detail?.includes('@') === true && b.detail?.includes('@') === true
  return (isShared ? byText(a.detail, b.detail) : 0) || byText(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

function sharedEmails(people: readonly HeldPerson[]): readonly Checked[] {
  const byAddress = new Map<string, HeldPerson[]>()
  for (const it of people) {
    const address = it.email?.trim().toLowerCase() ?? ''
    if (address === '') continue
    const known = byAddress.get(address)
    if (known === undefined) byAddress.set(address, [it])
    else known.push(it)
  }
  return [...byAddress].flatMap(([address, those]) => (those.length < 2 ? [] : those.map((it) => person(it, address))))
}

/** Whether a pupil is two years or more from the age of their year group. One year either way is common: moved up, held back. */
function isOutOfAge({ birthDate, yearPosition }: HeldPerson, { vocabulary, yearBegan }: SchoolToCheck): boolean {
  if (birthDate === null || yearPosition === null || yearPosition >= NO_AGE_FROM) return false
  const hadBirthday = birthDate.slice(5) <= yearBegan.slice(5)
  const age = Number(yearBegan.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1)
  // Reception begins at 4, kindergarten at 5
  return Math.abs(age - yearPosition - (vocabulary === 'en-GB' ? 4 : 5)) > 1
}

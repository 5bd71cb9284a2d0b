import fc from 'fast-check'
import type { Directory, DirectoryPerson, Enrolment } from '../../src/directory/index.ts'

const editSaid = fc.record({
  what: fc.constantFrom('name', 'status', 'year', 'join', 'leave', 'rename class'),
  who: fc.nat(30),
  where: fc.nat(30),
})

/** Up to four edits by a person, in words; `editByHand` reads them. */
export const handEdits = fc.array(editSaid, { maxLength: 4 })
type Edit = typeof handEdits extends fc.Arbitrary<readonly (infer One)[]> ? One : never

/** A directory after somebody worked in it: always one that could stand in the tables. */
export function editByHand(directory: Directory, edits: readonly Edit[]): Directory {
  return edits.reduce(editOnce, directory)
}

function editOnce(directory: Directory, { what, who, where }: Edit): Directory {
  const person = pick([...directory.people.values()], who)
  const other = pick([...directory.classes.values()], where)
  if (what === 'rename class' && other !== undefined) {
    const renamed = { ...other, fields: { ...other.fields, name: `${other.fields.name}!` } }
    return { ...directory, classes: new Map([...directory.classes, [other.id, renamed]]) }
  }
  if (person === undefined) return directory
  const change = (it: DirectoryPerson): Directory => ({ ...directory, people: new Map([...directory.people, [it.id, it]]) })
  const { fields, enrolments } = person
  if (what === 'name') return change({ ...person, fields: { ...fields, firstName: `${fields.firstName}!` } })
  if (what === 'status') return change({ ...person, fields: { ...fields, status: fields.status === 'active' ? 'disabled' : 'active' } })
  if (what === 'year')
    return change({ ...person, fields: { ...fields, yearGroup: pick([...directory.yearGroups.keys(), null], where) ?? null } })
  if (what === 'leave')
    return change({ ...person, enrolments: enrolments.filter((_, index) => index !== where % Math.max(enrolments.length, 1)) })
  if (what !== 'join' || other === undefined) return directory
  const isRegistration = ({ class: id, role }: Enrolment): boolean =>
    role === 'pupil' && directory.classes.get(id)?.fields.kind === 'registration'
  const place: Enrolment = { class: other.id, role: person.kind === 'pupil' ? 'pupil' : 'teacher', isPrimary: false }
  const stays = enrolments.filter((it) => it.class !== place.class && !(isRegistration(it) && isRegistration(place)))
  return change({ ...person, enrolments: [...stays, place] })
}

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(items.length, 1)]
}

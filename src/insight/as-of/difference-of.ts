import type { DifferenceOfRecord } from '../../contract/index.ts'
import type { Directory } from '../../directory/index.ts'
import { fieldsOfKind, isSame } from '../../roster/index.ts'
import { maskedUpn } from '../../wording/index.ts'
import type { HeldPerson } from '../people.store.ts'
import { isLeaver, shownName } from '../person-standing.ts'
import { byText } from '../search.ts'
import { peopleIn, recordIn } from './held-in.ts'

type FieldChange = DifferenceOfRecord['fields'][number]
type Texts = Readonly<Record<string, string | null>>

/** How two directories differ, record by record: pupils, staff, classes, year groups, each by name. */
export function differenceOf(from: Directory, to: Directory): readonly DifferenceOfRecord[] {
  return [...differentPeople(from, to), ...differentClasses(from, to), ...differentYears(from, to)].sort(
    (a, b) => POPULATIONS.indexOf(a.population) - POPULATIONS.indexOf(b.population) || byText(a.name, b.name) || (a.key < b.key ? -1 : 1),
  )
}

const POPULATIONS: readonly DifferenceOfRecord['population'][] = ['pupil', 'staff', 'class', 'year_group']

function differentPeople(from: Directory, to: Directory): readonly DifferenceOfRecord[] {
  const [before, after] = [from, to].map((it) => new Map(peopleIn(it, { kind: null, ids: null }).map((held) => [held.id, held])))
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...ids].flatMap((id): readonly DifferenceOfRecord[] => {
    const [was, is] = [before?.get(id), after?.get(id)]
    const held = is ?? was
    if (held === undefined) return []
    const fields = changesOf(was && textsOf(from, was), is && textsOf(to, is))
    const what = whatOf(was, is)
    if (what === 'changed' && fields.length === 0) return []
    const named = { key: id, id: is === undefined ? null : id, name: shownName(held), population: held.kind }
    return [{ recordKind: 'person', ...named, what, fields }]
  })
}

function whatOf(was: HeldPerson | undefined, is: HeldPerson | undefined): DifferenceOfRecord['what'] {
  if (was === undefined) return 'added'
  if (is === undefined) return 'removed'
  if (isLeaver(was) === isLeaver(is)) return 'changed'
  return isLeaver(is) ? 'left' : 'back'
}

/** Everything about a person as a page says it. */
function textsOf(directory: Directory, { id, kind, registrationClass }: HeldPerson): Texts {
  const { fields, classes } = recordIn(directory, id)
  const told = fieldsOfKind(kind).map((field) => {
    const value = fields[field]
    return [field, value !== null && (field === 'upn' || field === 'formerUpn') ? maskedUpn(value) : value] as const
  })
  const others = classes.filter((it) => it.kind !== 'registration' || it.role !== 'pupil').map((it) => it.name)
  return { ...Object.fromEntries(told), registrationClass, classes: others.length === 0 ? null : others.join(', ') }
}

function differentClasses(from: Directory, to: Directory): readonly DifferenceOfRecord[] {
  const texts = ({ classes, yearGroups }: Directory, id: string): Texts | undefined => {
    const fields = classes.get(id)?.fields
    if (fields === undefined) return undefined
    const { name, code, description, isArchived, kind } = fields
    const years = fields.yearGroups.map((it) => yearGroups.get(it)?.fields.name ?? it)
    return { name, code, description, kind, isArchived: String(isArchived), yearGroups: years.length === 0 ? null : years.join(', ') }
  }
  return [...new Set([...from.classes.keys(), ...to.classes.keys()])].flatMap((id) => {
    const it = { recordKind: 'class', population: 'class', key: id, id: to.classes.has(id) ? id : null } as const
    return differentRecord(it, texts(from, id), texts(to, id))
  })
}

function differentYears(from: Directory, to: Directory): readonly DifferenceOfRecord[] {
  const texts = ({ yearGroups }: Directory, code: string): Texts | undefined => {
    const held = yearGroups.get(code)
    return held && { name: held.fields.name }
  }
  return [...new Set([...from.yearGroups.keys(), ...to.yearGroups.keys()])].flatMap((code) =>
    differentRecord(
      { recordKind: 'year_group', population: 'year_group', key: `year ${code}`, id: null },
      texts(from, code),
      texts(to, code),
    ),
  )
}

function differentRecord(
  record: Omit<DifferenceOfRecord, 'name' | 'what' | 'fields'>,
  was: Texts | undefined,
  is: Texts | undefined,
): readonly DifferenceOfRecord[] {
  const fields = changesOf(was, is)
  if (was !== undefined && is !== undefined && fields.length === 0) return []
  const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  return [{ ...record, name: (is ?? was)?.['name'] ?? '', what, fields }]
}

function changesOf(was: Texts | undefined, is: Texts | undefined): FieldChange[] {
  const names = Object.keys(is ?? was ?? {})
  const changes = names.map((field) => ({ field, before: was?.[field] ?? null, after: is?.[field] ?? null }))
  return changes.filter((it) => !isSame(it.before, it.after))
}

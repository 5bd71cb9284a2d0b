import type { Directory } from '../directory/index.ts'
import { type Change, enrolmentKey, NEW_CLASS } from './plan.ts'
import { registrationClasses } from './registration.ts'

/** Whom a sync begins with: everybody of one class, by its id or `new:` and its source id, or people by the keys of their changes. */
export type FirstChoice = { readonly class: string } | { readonly people: readonly string[] }

/** A class that a sync can begin with, and how many records that would write. */
export interface FirstClass {
  readonly ref: string
  readonly name: string
  readonly changes: number
}

/**
 * The changes of a plan that are about these people or this class, with everything that they cannot go without: the classes and
 * year groups that they are put into, and whatever else is about the same records. In the order of the plan.
 */
export function firstPart(changes: readonly Change[], directory: Directory, choice: FirstChoice): readonly Change[] {
  const needed = neededIn(changes)
  const part = needed('class' in choice ? (byClass(changes, directory).get(choice.class) ?? []) : among(changes, choice.people))
  return changes.filter((it) => part.has(it))
}

/** The registration classes of which a plan changes somebody, by name. */
export function firstClasses(changes: readonly Change[], directory: Directory): readonly FirstClass[] {
  const made = changes.filter((it) => it.recordKind === 'class' && it.operation === 'create' && it.after.fields['kind'] === 'registration')
  const names = new Map<string, string>([
    ...[...registrationClasses(directory)].map((id) => [id, directory.classes.get(id)?.fields.name ?? ''] as const),
    ...made.map((it) => [refOfClass(it) ?? '', String(it.after.fields['name'] ?? '')] as const),
  ])
  const needed = neededIn(changes)
  return [...byClass(changes, directory)]
    .flatMap(([ref, own]): readonly FirstClass[] => {
      const name = names.get(ref)
      const hasPeople = own.some((it) => it.recordKind === 'person')
      return name === undefined || !hasPeople ? [] : [{ ref, name, changes: needed(own).size }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.ref < b.ref ? -1 : 1))
}

function among(changes: readonly Change[], people: readonly string[]): readonly Change[] {
  const keys = new Set(people)
  return changes.filter((it) => it.recordKind === 'person' && keys.has(it.key))
}

/** The changes of each class itself and of everybody who is in it. */
function byClass(changes: readonly Change[], directory: Directory): ReadonlyMap<string, readonly Change[]> {
  const found = new Map<string, Change[]>()
  for (const it of changes)
    for (const ref of classesOf(it, directory)) {
      const own = found.get(ref)
      if (own === undefined) found.set(ref, [it])
      else own.push(it)
    }
  return found
}

/** How memberships name the class that a change is about; null: it is about none. */
function refOfClass({ recordKind, recordId, source }: Change): string | null {
  if (recordKind !== 'class') return null
  return recordId ?? (source === null ? null : `${NEW_CLASS}${source.id}`)
}

/** The class that a change is about, or those that somebody is in once it is applied. Who leaves keeps the last one (D8). */
function classesOf(change: Change, { people }: Directory): ReadonlySet<string> {
  const { recordKind, recordId, before, after } = change
  const own = refOfClass(change)
  // a class ends with the rest: somebody may still be in it
  if (own !== null) return new Set(change.operation === 'archive' || change.operation === 'desync' ? [] : [own])
  if (recordKind !== 'person') return new Set()
  const ended = new Set(before.enrolments.map(enrolmentKey))
  const kept = (people.get(recordId ?? '')?.enrolments ?? []).filter((it) => !ended.has(enrolmentKey(it)))
  return new Set([...kept, ...after.enrolments].map((it) => it.class))
}

/** Adds to changes what they cannot go without, until nothing is missing. */
function neededIn(all: readonly Change[]): (meant: readonly Change[]) => ReadonlySet<Change> {
  const byName = new Map<string, Change[]>()
  for (const it of all)
    for (const name of namesOf(it)) {
      const others = byName.get(name)
      if (others === undefined) byName.set(name, [it])
      else others.push(it)
    }
  return (meant) => {
    const found = new Set(meant)
    // a set hands out what is added while it is gone through
    for (const it of found)
      for (const name of [...namesOf(it), ...neededBy(it)]) for (const other of byName.get(name) ?? []) found.add(other)
    return found
  }
}

/** What a change is about: its record, and the source record whose link it moves. Changes that share one go together. */
function namesOf({ recordKind, recordId, source }: Change): readonly string[] {
  const own = recordId === null ? [] : [`${recordKind} ${recordId}`]
  return source === null ? own : [...own, `${source.kind} of ${source.connection} ${source.id}`]
}

function neededBy({ source, after }: Change): readonly string[] {
  const classes = after.enrolments.flatMap((it) =>
    it.class.startsWith(NEW_CLASS) ? [`class of ${source?.connection} ${it.class.slice(NEW_CLASS.length)}`] : [],
  )
  const year = after.fields['yearGroup']
  return typeof year === 'string' ? [...classes, `year_group of ${source?.connection} ${year}`] : classes
}

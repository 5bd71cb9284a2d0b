import type { Directory, DirectoryClass, DirectoryPerson } from '../../directory/index.ts'
import type { Hold } from '../../plans/index.ts'
import type { YearGroupMoves } from './year-moves.ts'
import { yearMoves } from './year-moves.ts'

/** What a school would be after a sync of a day to come. Names of classes and numbers of people: nobody is named (N-11). */
export interface RehearsalReport {
  readonly classes: {
    /** How many go on under their name. */
    readonly kept: number
    readonly renamed: readonly { readonly from: string; readonly to: string }[]
    readonly added: readonly string[]
    /** Classes that end, or that nobody is in any more. */
    readonly ended: readonly string[]
    /** Names that end with one class and begin anew with another, which inherits nobody. */
    readonly reusedNames: readonly string[]
    readonly withoutTeacher: readonly string[]
  }
  readonly pupils: {
    readonly added: number
    readonly leave: number
    readonly changeClass: number
    readonly withoutClass: number
  }
  readonly staff: { readonly added: number; readonly leave: number; readonly withoutClass: number }
  readonly years: YearGroupMoves
  readonly holds: readonly Pick<Hold, 'code' | 'population' | 'count' | 'linked'>[]
}

/** Tells what a sync made of a school; `leftWithoutClass` pupils were left out of it because they are in no class. */
export function rehearsalReport(
  before: Directory,
  after: Directory,
  { holds, leftWithoutClass }: { readonly holds: readonly Hold[]; readonly leftWithoutClass: number },
): RehearsalReport {
  return {
    classes: classesOf(before, after),
    pupils: {
      added: addedOf(before, after, 'pupil'),
      leave: livePeople(before, 'pupil').filter((it) => !liveIds(after).has(it.id)).length,
      changeClass: livePeople(after, 'pupil').filter((it) => hasOtherClass(before.people.get(it.id), it)).length,
      withoutClass: leftWithoutClass + livePeople(after, 'pupil').filter((it) => registrationOf(after, it) === null).length,
    },
    staff: {
      added: addedOf(before, after, 'staff'),
      leave: livePeople(before, 'staff').filter((it) => !liveIds(after).has(it.id)).length,
      withoutClass: livePeople(after, 'staff').filter((it) => it.enrolments.length === 0).length,
    },
    years: yearMoves(before, after, { isLive: (id) => liveIds(after).has(id) }),
    holds: holds.map(({ code, population, count, linked }) => ({ code, population, count, linked })),
  }

  function hasOtherClass(was: DirectoryPerson | undefined, is: DirectoryPerson): boolean {
    return was !== undefined && liveIds(before).has(is.id) && registrationOf(before, was) !== registrationOf(after, is)
  }
}

function classesOf(before: Directory, after: Directory): RehearsalReport['classes'] {
  const [was, is] = [classesInUse(before), classesInUse(after)]
  const going = [...was.values()].filter((it) => is.has(it.id))
  const nameNow = (it: DirectoryClass): string => is.get(it.id)?.fields.name ?? it.fields.name
  const renamed = going.filter((it) => nameNow(it) !== it.fields.name)
  const added = [...is.values()].filter((it) => !was.has(it.id)).map(nameOf)
  const ended = [...was.values()].filter((it) => !is.has(it.id)).map(nameOf)
  const taught = new Set([...livePeople(after, 'staff')].flatMap((it) => it.enrolments.map((enrolment) => enrolment.class)))
  return {
    kept: going.length - renamed.length,
    renamed: renamed.map((it) => ({ from: it.fields.name, to: nameNow(it) })).toSorted((a, b) => inOrder(a.from, b.from)),
    added: added.toSorted(inOrder),
    ended: ended.toSorted(inOrder),
    reusedNames: [...new Set(added.filter((it) => ended.includes(it)))].toSorted(inOrder),
    withoutTeacher: [...is.values()]
      .filter((it) => !taught.has(it.id))
      .map(nameOf)
      .toSorted(inOrder),
  }
}

/** Classes that are not archived and that somebody is in, by id. */
function classesInUse(directory: Directory): ReadonlyMap<string, DirectoryClass> {
  const live = liveIds(directory)
  const used = new Set(
    [...directory.people.values()].filter((it) => live.has(it.id)).flatMap((it) => it.enrolments.map((enrolment) => enrolment.class)),
  )
  return new Map([...directory.classes].filter(([id, it]) => !it.fields.isArchived && used.has(id)))
}

const known = new WeakMap<Directory, ReadonlySet<string>>()

/** Ids of people who are synced. */
function liveIds(directory: Directory): ReadonlySet<string> {
  const found =
    known.get(directory) ??
    new Set(directory.links.flatMap((it) => (it.recordKind === 'person' && it.endReason === null ? [it.recordId] : [])))
  known.set(directory, found)
  return found
}

function livePeople(directory: Directory, kind: DirectoryPerson['kind']): readonly DirectoryPerson[] {
  const live = liveIds(directory)
  return [...directory.people.values()].filter((it) => it.kind === kind && live.has(it.id))
}

function addedOf(before: Directory, after: Directory, kind: DirectoryPerson['kind']): number {
  return livePeople(after, kind).filter((it) => !before.people.has(it.id)).length
}

/** The registration class of a pupil, by id. */
function registrationOf(directory: Directory, person: DirectoryPerson): string | null {
  return person.enrolments.find((it) => directory.classes.get(it.class)?.fields.kind === 'registration')?.class ?? null
}

function nameOf({ fields }: DirectoryClass): string {
  return fields.name
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

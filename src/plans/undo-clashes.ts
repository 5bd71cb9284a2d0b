import type { Directory, DirectoryLink } from '../directory/index.ts'
import type { KeptRecord } from './kept-record.ts'
import { type Change, isEmpty, type PlannedEnrolment, type PlannedState } from './plan.ts'
import { isSecondPlace, registrationClasses } from './registration.ts'

/** A reverse plan without what can no longer be. */
export interface Unclashed {
  readonly changes: readonly Change[]
  /** Not restored, because something newer stands in its place. */
  readonly kept: readonly KeptRecord[]
  /** Not restored, because what it needs is gone. */
  readonly cannot: readonly KeptRecord[]
}

/**
 * Takes out of a reverse plan what can no longer be: a link whose record or source record has another one by now, a second
 * registration class, a class or year group that is not there any more. The rest of the plan goes on.
 */
export function withoutClashes(changes: readonly Change[], directory: Directory): Unclashed {
  const room = roomAfter(changes, directory)
  const kept: KeptRecord[] = []
  const cannot: KeptRecord[] = []
  const possible = changes.flatMap((change): readonly Change[] => {
    const record = { recordKind: change.recordKind, recordId: change.recordId ?? '' }
    const isLinkTaken = change.after.link?.state === 'live' && room.isLinkTaken(change)
    if (isLinkTaken && change.operation === 'create') {
      cannot.push({ ...record, what: [] })
      return []
    }
    const there = change.after.enrolments.filter((it) => room.classes.has(it.class))
    const free = there.filter((it) => !room.isPlaceTaken(change, it))
    const { yearGroup, ...others } = change.after.fields
    const isYearGone = typeof yearGroup === 'string' && change.recordKind === 'person' && !room.yearGroups.has(yearGroup)
    const stays = [...(isLinkTaken ? ['link'] : []), ...(free.length < there.length ? ['enrolments'] : [])]
    const gone = [...(isYearGone ? ['yearGroup'] : []), ...(there.length < change.after.enrolments.length ? ['enrolments'] : [])]
    if (stays.length > 0) kept.push({ ...record, what: stays })
    if (gone.length > 0) cannot.push({ ...record, what: gone })
    if (stays.length + gone.length === 0) return [change]
    const { yearGroup: _, ...before } = change.before.fields
    const fields = (side: PlannedState['fields'], rest: PlannedState['fields']): PlannedState['fields'] => (isYearGone ? rest : side)
    const rest: Change = {
      ...change,
      before: { ...change.before, fields: fields(change.before.fields, before), link: isLinkTaken ? null : change.before.link },
      after: { fields: fields(change.after.fields, others), enrolments: free, link: isLinkTaken ? null : change.after.link },
    }
    return isEmpty(rest) ? [] : [rest]
  })
  return { changes: possible, kept, cannot }
}

interface Room {
  readonly classes: ReadonlySet<string>
  readonly yearGroups: ReadonlySet<string>
  isLinkTaken(change: Change): boolean
  /** Whether the person stands in that class already, or, for a registration class, in another one. */
  isPlaceTaken(change: Change, it: PlannedEnrolment): boolean
}

/** What there is once the plan has taken away what it takes away, and made what it makes. */
function roomAfter(changes: readonly Change[], directory: Directory): Room {
  const made = (kind: Change['recordKind']): readonly string[] =>
    changes.flatMap((it) => (it.recordKind === kind && it.operation === 'create' && it.recordId !== null ? [it.recordId] : []))
  const ending = new Set(changes.filter((it) => it.before.link?.state === 'live').map(linkKey))
  const live = directory.links.filter((it) => it.endReason === null && !ending.has(linkKey(it)))
  const linked = new Set(live.map((it) => `${it.recordKind} ${it.recordId}`))
  const sources = new Set(live.filter((it) => it.recordKind !== 'year_group').map(sourceKey))
  const place = { people: directory.people, registrations: registrationClasses(directory) }
  return {
    classes: new Set([...directory.classes.keys(), ...made('class')]),
    yearGroups: new Set([...directory.yearGroups.keys(), ...made('year_group')]),
    isLinkTaken: (it) => linked.has(`${it.recordKind} ${it.recordId}`) || sources.has(sourceKey(it)),
    isPlaceTaken: (change, it) => isSecondPlace(it, change, place),
  }
}

type Linked = Pick<Change, 'recordKind' | 'recordId' | 'source'> | DirectoryLink

function linkKey(it: Linked): string {
  return `${it.recordKind} ${it.recordId} ${it.source?.connection} ${it.source?.kind} ${it.source?.id}`
}

function sourceKey(it: Linked): string {
  return `${it.recordKind} ${it.source?.connection} ${it.source?.kind} ${it.source?.id}`
}

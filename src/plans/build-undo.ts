import type { Directory, LoggedChange } from '../directory/index.ts'
import { type Fields, isSame } from '../roster/index.ts'
import { byKey } from './build-plan.ts'
import type { KeptRecord } from './kept-record.ts'
import { type Change, enrolmentKey, isEmpty, type PlannedEnrolment, type PlannedLink, type PlannedState, type Population } from './plan.ts'
import { indexLinks, type LinkIndex } from './plan-input.ts'
import { withoutClashes } from './undo-clashes.ts'
import { membersLeft, yearGroupsLeft } from './undo-remains.ts'

/** A reverse plan in its three buckets (N-02). */
export interface UndoPlan {
  /** What will be reversed. */
  readonly changes: readonly Change[]
  /** Kept, because it was edited since. */
  readonly kept: readonly KeptRecord[]
  /** Cannot be reversed: the record is gone, or something it would need. */
  readonly cannot: readonly KeptRecord[]
}

/**
 * Makes the reverse of what a run changed, from its before-values. A value edited since stays (never overwritten); a record
 * that the run made is removed unless it was edited since, then it is kept with its access off (D27).
 */
export function buildUndo(logged: readonly LoggedChange[], directory: Directory): UndoPlan {
  const links = indexLinks(directory.links)
  const isRegistration = ({ class: id, role }: PlannedEnrolment): boolean =>
    role === 'pupil' && directory.classes.get(id)?.fields.kind === 'registration'
  const kept: KeptRecord[] = []
  const cannot: KeptRecord[] = []
  const wanted = logged.flatMap((it): readonly Change[] => {
    const current = currentState(it, directory, links)
    const record = { recordKind: it.recordKind, recordId: it.recordId }
    if (it.operation === 'remove') return current === null ? [reverse(it, 'create', { before: it.after, after: it.before })] : []
    if (current === null) {
      cannot.push({ ...record, what: [] })
      return []
    }
    const [undo, stays] = it.operation === 'create' ? undoCreate(it, current) : undoUpdate(it, { current, isRegistration })
    if (stays.length > 0) kept.push({ ...record, what: stays })
    return isEmpty(undo) ? [] : [undo]
  })
  const settled = settle(wanted, directory)
  return {
    changes: [...settled.changes].sort(byKey),
    kept: merged([...kept, ...settled.kept]),
    cannot: merged([...cannot, ...settled.cannot]),
  }
}

/** Takes out what cannot be, until nothing that is left depends on it. */
function settle(wanted: readonly Change[], directory: Directory): UndoPlan {
  const kept: KeptRecord[] = []
  const cannot: KeptRecord[] = []
  let changes = wanted
  for (;;) {
    const possible = withoutClashes(changes, directory)
    kept.push(...possible.kept)
    cannot.push(...possible.cannot)
    const rest = withoutStillUsed(possible.changes, directory)
    for (const it of possible.changes)
      if (!rest.includes(it)) kept.push({ recordKind: it.recordKind, recordId: it.recordId ?? '', what: [] })
    const isSettled = rest.length === changes.length && possible.kept.length + possible.cannot.length === 0
    if (isSettled) return { changes, kept, cannot }
    changes = rest
  }
}

/** One entry a record, with everything about it. */
function merged(records: readonly KeptRecord[]): readonly KeptRecord[] {
  const byRecord = new Map<string, KeptRecord>()
  for (const it of records) {
    const key = `${it.recordKind} ${it.recordId}`
    const what = new Set([...(byRecord.get(key)?.what ?? []), ...it.what])
    byRecord.set(key, { ...it, what: [...what] })
  }
  return [...byRecord.values()]
}

interface CurrentState {
  readonly fields: Fields
  readonly enrolments: ReadonlyMap<string, PlannedEnrolment>
  readonly link: PlannedLink
}

function currentState(it: LoggedChange, directory: Directory, links: LinkIndex): CurrentState | null {
  const person = it.recordKind === 'person' ? directory.people.get(it.recordId) : undefined
  const held = person ?? (it.recordKind === 'class' ? directory.classes.get(it.recordId) : directory.yearGroups.get(it.recordId))
  if (held === undefined) return null
  const link = links
    .of(it.recordKind, it.recordId)
    .find(({ source }) => source.id === it.source?.id && source.kind === it.source.kind && source.connection === it.source.connection)
  return {
    fields: person === undefined ? { ...held.fields } : { kind: person.kind, ...person.fields },
    enrolments: new Map((person?.enrolments ?? []).map((enrolment) => [enrolmentKey(enrolment), enrolment])),
    link:
      link === undefined
        ? { state: 'none' }
        : { state: link.endReason ?? 'live', ...(link.endedAt === null ? {} : { endedAt: link.endedAt }) },
  }
}

function undoCreate(it: LoggedChange, current: CurrentState): readonly [Change, readonly string[]] {
  const edited = Object.keys(it.after.fields).filter((name) => !isSame(it.after.fields[name] ?? null, current.fields[name] ?? null))
  const made = new Set(it.after.enrolments.map(enrolmentKey))
  const isSameMembers = made.size === current.enrolments.size && [...made].every((key) => current.enrolments.has(key))
  const isSameLink = it.after.link === null || it.after.link.state === current.link.state
  if (edited.length === 0 && isSameMembers && isSameLink) return [reverse(it, 'remove', { before: it.after, after: it.before }), []]
  const stays = [...edited, ...(isSameMembers ? [] : ['enrolments']), ...(isSameLink ? [] : ['link'])]
  const isOff = it.recordKind !== 'person' || current.fields['status'] === 'disabled'
  const before: PlannedState = {
    fields: isOff ? {} : { status: current.fields['status'] ?? null },
    enrolments: [],
    link: current.link.state === 'live' ? { state: 'live' } : null,
  }
  const after: PlannedState = {
    fields: isOff ? {} : { status: 'disabled' },
    enrolments: [],
    link: before.link === null ? null : { state: 'unmatched' },
  }
  return [reverse(it, 'revert', { before, after }), stays]
}

function undoUpdate(
  it: LoggedChange,
  { current, isRegistration }: { readonly current: CurrentState; readonly isRegistration: (it: PlannedEnrolment) => boolean },
): readonly [Change, readonly string[]] {
  const names = Object.keys(it.after.fields)
  const still = names.filter((name) => isSame(it.after.fields[name] ?? null, current.fields[name] ?? null))
  const begun = it.after.enrolments.filter((enrolment) => current.enrolments.has(enrolmentKey(enrolment)))
  const ended = it.before.enrolments.filter((enrolment) => !current.enrolments.has(enrolmentKey(enrolment)))
  const isMembersSame = begun.length === it.after.enrolments.length && ended.length === it.before.enrolments.length
  // a pupil has one registration class: once edited it stays, and the earlier one with it
  const isMoved = it.after.enrolments.some((enrolment) => isRegistration(enrolment) && !begun.includes(enrolment))
  const restored = isMoved ? ended.filter((enrolment) => !isRegistration(enrolment)) : ended
  const isLinkSame = it.after.link === null || it.after.link.state === current.link.state
  const fields = (from: Fields): Fields => Object.fromEntries(still.map((name) => [name, from[name] ?? null]))
  const before: PlannedState = { fields: fields(it.after.fields), enrolments: begun, link: isLinkSame ? it.after.link : null }
  const after: PlannedState = { fields: fields(it.before.fields), enrolments: restored, link: isLinkSame ? it.before.link : null }
  const stays = [
    ...names.filter((name) => !still.includes(name)),
    ...(isMembersSame ? [] : ['enrolments']),
    ...(isLinkSame ? [] : ['link']),
  ]
  return [reverse(it, 'revert', { before, after }), stays]
}

function reverse(it: LoggedChange, operation: 'create' | 'remove' | 'revert', states: Pick<Change, 'before' | 'after'>): Change {
  const { recordKind, recordId, source } = it
  return {
    key: `${recordKind} ${operation} ${recordId} ${source === null ? '' : `${source.connection} ${source.kind} ${source.id}`}`,
    recordKind,
    population: populationOf(it),
    operation,
    recordId,
    source,
    ...states,
    reason: { code: `undo.${operation}`, params: {} },
  }
}

function populationOf({ recordKind, source }: LoggedChange): Population {
  if (recordKind !== 'person') return recordKind
  return source?.kind === 'staff' ? 'staff' : 'pupil'
}

/** A class with members, or a year group with people, that the undo does not take out stays. */
function withoutStillUsed(changes: readonly Change[], directory: Directory): readonly Change[] {
  const removed = changes.filter((it) => it.operation === 'remove')
  if (!removed.some((it) => it.recordKind !== 'person')) return changes
  const members = membersLeft(changes, directory)
  const years = yearGroupsLeft(changes, directory)
  return changes.filter((it) => {
    if (it.operation !== 'remove' || it.recordId === null) return true
    if (it.recordKind === 'class') return !members.has(it.recordId)
    return it.recordKind !== 'year_group' || !years.has(it.recordId)
  })
}

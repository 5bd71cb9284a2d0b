import type { Directory, LoggedChange } from '../directory/index.ts'
import { byKey } from './build-plan.ts'
import type { KeptRecord } from './kept-record.ts'
import { indexLinks } from './link-index.ts'
import { type Change, isEmpty } from './plan.ts'
import { registrationClasses } from './registration.ts'
import { currentState, undoCreate, undoRemove, undoUpdate } from './undo-change.ts'
import { withoutClashes } from './undo-clashes.ts'
import { membersLeft, mergedLeft, yearGroupsLeft } from './undo-remains.ts'

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
  const registrations = registrationClasses(directory)
  const kept: KeptRecord[] = []
  const cannot: KeptRecord[] = []
  const wanted = logged.flatMap((it): readonly Change[] => {
    const current = currentState(it, directory, links)
    const record = { recordKind: it.recordKind, recordId: it.recordId }
    if (it.operation === 'remove') return current === null ? [undoRemove(it)] : []
    if (current === null) {
      cannot.push({ ...record, what: [] })
      return []
    }
    const [undo, stays] = it.operation === 'create' ? undoCreate(it, current) : undoUpdate(it, { current, registrations })
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

/** A class with members, a year group with people, a person whom others were merged into: what the undo does not take out stays. */
function withoutStillUsed(changes: readonly Change[], directory: Directory): readonly Change[] {
  const removed = changes.filter((it) => it.operation === 'remove')
  const mergedInto = mergedLeft(changes, directory)
  if (mergedInto.size === 0 && !removed.some((it) => it.recordKind !== 'person')) return changes
  const members = membersLeft(changes, directory)
  const years = yearGroupsLeft(changes, directory)
  return changes.filter((it) => {
    if (it.operation !== 'remove' || it.recordId === null) return true
    if (it.recordKind === 'person') return !mergedInto.has(it.recordId)
    if (it.recordKind === 'class') return !members.has(it.recordId)
    return !years.has(it.recordId)
  })
}

import type { SourceKind } from '../roster/index.ts'
import type { SourceRecord } from './source-record.ts'
import type { Incomplete } from './upload.ts'

const KINDS: readonly SourceKind[] = ['pupil', 'staff', 'class']

type Records = ReadonlyMap<string, SourceRecord>

/** A kind that had records and now has none is not believed: an empty answer is not an empty school (D12). */
export function believed(incomplete: Incomplete, records: Records, known: Records): Incomplete {
  const has = (where: Records, kind: SourceKind): boolean => [...where.values()].some((it) => it.kind === kind)
  const empty = KINDS.filter((kind) => incomplete[kind] === null && has(known, kind) && !has(records, kind))
  return { ...incomplete, ...Object.fromEntries(empty.map((kind) => [kind, 'none left, and an empty answer is not believed'])) }
}

/** What we know and what is named in memberships only: its row has been lost, and what else is absent may have been lost with it. */
export function withReferences(incomplete: Incomplete, onlyInMemberships: ReadonlySet<string>): Incomplete {
  const reasons = KINDS.flatMap((kind) => {
    const count = [...onlyInMemberships].filter((key) => key.startsWith(`${kind}/`)).length
    const what = kind === 'class' ? 'classes' : 'people'
    const why = `class memberships name ${what} that have no row of their own (${count} known here)`
    return count > 0 && incomplete[kind] === null ? [[kind, why] as const] : []
  })
  return { ...incomplete, ...Object.fromEntries(reasons) }
}

import { type PersonKind, recordKey } from '../roster/index.ts'
import type { Decisions } from './decision.ts'
import type { SetAside } from './review-row.ts'

/** What people said, to be asked for one source record after the other. */
export interface Said {
  /** Whether a person said to import this record or to leave it out; null where nobody said anything. */
  importing(kind: PersonKind, sourceId: string): 'yes' | 'no' | null
  /** Whether a person set this record of the source aside: for ever, or in this run. */
  asideOf(kind: PersonKind, sourceId: string): SetAside
  /** Whether a person said that no source record is to be looked for of this record of ours. */
  isIgnored(personId: string): boolean
  /** Whether a person ticked this pupil's e-mail address (S-109). */
  usesEmail(sourceId: string): boolean
  /** Whether nobody decided about this record when it might match somebody, and it has not changed since. */
  isInDoubt(kind: PersonKind, sourceId: string): boolean
}

/** Indexes what people said; of two decisions about one thing the later holds. */
export function indexSaid({ decisions, vetoes, doubts }: Decisions): Said {
  const importing = new Map<string, 'yes' | 'no'>()
  const emails = new Map<string, boolean>()
  const aside = new Map<string, SetAside>()
  const ignored = new Set<string>()
  const decided = new Set(vetoes.map((it) => recordKey(it.sourceKind, it.sourceId)))
  for (const { kind, recordId, sourceKind, sourceId } of decisions) {
    if (kind === 'ignore' && recordId !== null) ignored.add(recordId)
    if (sourceId === null) continue
    const key = recordKey(sourceKind, sourceId)
    if (kind === 'import' || kind === 'leave_out' || kind === 'never_import') importing.set(key, kind === 'import' ? 'yes' : 'no')
    if (kind === 'never_import' || kind === 'leave_out_once') aside.set(key, kind === 'never_import' ? 'ever' : 'once')
    else if (kind === 'sync_email' || kind === 'no_email') emails.set(key, kind === 'sync_email')
    else if (kind === 'match') decided.add(key)
  }
  const inDoubt = new Set(doubts.map((it) => recordKey(it.sourceKind, it.sourceId)).filter((key) => !decided.has(key)))
  return {
    importing: (kind, sourceId) => importing.get(recordKey(kind, sourceId)) ?? null,
    asideOf: (kind, sourceId) => aside.get(recordKey(kind, sourceId)) ?? null,
    isIgnored: (personId) => ignored.has(personId),
    usesEmail: (sourceId) => emails.get(recordKey('pupil', sourceId)) ?? false,
    isInDoubt: (kind, sourceId) => inDoubt.has(recordKey(kind, sourceId)),
  }
}

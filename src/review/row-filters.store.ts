import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { foldedWords } from '../kernel/index.ts'
import type { PersonKind } from '../roster/index.ts'
import type { Touch } from './touches.ts'

/** What each filter lets through. */
export const FILTERS = {
  needs_decision: sql`needs_decision`,
  worth_a_look: sql`((status = 'desynced' and not is_expected) or (status = 'new' and set_aside is null and (ground = 'no_reliable_id' or mover is not null or guards <> '[]')))`,
  not_matched: sql`status = 'not_matched' and set_aside is null`,
  new: sql`status = 'new' and set_aside is null`,
  may_match: sql`status = 'may_match'`,
  matched: sql`status = 'matched'`,
  synced: sql`status = 'synced'`,
  desynced: sql`status = 'desynced'`,
  errors: sql`left_out is not null`,
  left_out: sql`((left_out is null and not will_import and set_aside is null and status in ('new', 'matched')) or set_aside = 'once')`,
  ignored: sql`set_aside = 'ever'`,
  doubtful_address: sql`email_doubt is not null`,
  all: sql`true`,
} as const satisfies Readonly<Record<string, RawBuilder<unknown>>>

/** Which rows a list shows. */
export interface RowFilters {
  readonly kind: PersonKind
  readonly filter: keyof typeof FILTERS
  readonly q?: string | undefined
  readonly yearGroup?: string | undefined
  readonly registrationClass?: string | undefined
  /** Why the row stands where it does. */
  readonly reason?: string | undefined
  readonly touches?: Touch | undefined
  /** Those desynced whom nobody need wonder about: among the others, or not. */
  readonly expected?: 'show' | 'hide' | undefined
}

/** The rows that these let through, of a run that is named beside it. */
export function matching({
  kind,
  filter,
  q = '',
  yearGroup,
  registrationClass,
  reason,
  touches,
  expected = 'show',
}: RowFilters): RawBuilder<unknown> {
  const words = foldedWords(q)
  const conditions = [
    sql`kind = ${kind}`,
    FILTERS[filter],
    // signs alone are in nothing that is searched
    ...(words.length === 0 && q.trim() !== '' ? [sql`false`] : []),
    ...words.map((word) => sql`strpos(search, ${word}) > 0`),
    ...(yearGroup === undefined ? [] : [sql`year_group = ${yearGroup}`]),
    ...(registrationClass === undefined ? [] : [sql`class_name = ${registrationClass}`]),
    ...(reason === undefined ? [] : [sql`ground = ${reason}`]),
    ...(touches === undefined ? [] : [sql`touches @> to_jsonb(${touches}::text)`]),
    ...(expected === 'show' ? [] : [sql`not is_expected`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** The rows of a run. */
export function ofRun(tx: SchoolTx, runId: string): RawBuilder<unknown> {
  return sql`school_id = ${tx.schoolId} and run_id = ${runId}`
}

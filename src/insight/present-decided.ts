import type { DecidedAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { rowsById } from '../review/index.ts'
import type { PersonKind } from '../roster/index.ts'
import type { Run } from '../runs/index.ts'
import { presentCounts, presentRows } from './present-rows.ts'

/** Above this many, a page reads its rows again instead of being told them. */
const ROWS_TOLD_MAX = 250

/** What came of decisions: the counts as they are now, and the rows they were about. `kind` null: that of the first row. */
export async function presentDecided(
  tx: SchoolTx,
  run: Run,
  it: {
    readonly batch: string | null
    readonly made: number
    readonly undone?: readonly string[]
    readonly rowIds: readonly string[]
    readonly kind: PersonKind | null
  },
): Promise<DecidedAnswer> {
  const rows = it.rowIds.length > ROWS_TOLD_MAX ? [] : await rowsById(tx, run.id, it.rowIds)
  const kind = it.kind ?? rows[0]?.kind ?? 'pupil'
  return {
    ...{ version: run.version, batch: it.batch, made: it.made },
    undone: [...(it.undone ?? [])],
    counts: await presentCounts(tx, run, { kind, filter: 'all' }),
    rows: await presentRows(tx, rows),
  }
}

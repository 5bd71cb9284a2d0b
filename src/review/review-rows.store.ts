import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { RowMover } from './movers.store.ts'
import { needOf, type ShownRow, type StoredRow } from './shown-row.ts'

/**
 * Keeps the rows of a run for filtering and counting: only those that have changed are written. A row that says something else
 * than before bears the run's version; one whose evidence has only moved a little, as every decision does to some, keeps its
 * own. A cache: it may be deleted at any time and computed again. True when anything changed.
 */
export async function refreshRows(tx: SchoolTx, runId: string, rows: readonly ShownRow[], version: number): Promise<boolean> {
  const kept = await tx.rows(sql<KeptRow>`
    select row_id as "rowId", version, digest, kind || ' ' || source_id as source, mover from review_row where school_id = ${tx.schoolId} and run_id = ${runId}`)
  const before = new Map(kept.map((it) => [it.rowId, it]))
  // a note about a source record goes with it, into whichever row it stands in now
  const movers = new Map(kept.flatMap((it) => (it.mover === null ? [] : [[it.source, it.mover]])))
  const changed = rows
    .map((row) => ({ ...row, need: needOf(row), digest: digestOf(row) }))
    .filter((it) => before.get(it.rowId)?.digest !== it.digest)
    .map((it) => ({
      ...it,
      version: versionOf(it.digest, before.get(it.rowId), version),
      mover: movers.get(`${it.kind} ${it.sourceId}`) ?? null,
    }))
  const present = new Set(rows.map((it) => it.rowId))
  const gone = kept.flatMap(({ rowId }) => (present.has(rowId) ? [] : [rowId]))
  const written = [...gone, ...changed.map((it) => it.rowId)]
  if (written.length === 0) return false
  await tx.rows(sql`delete from review_row where school_id = ${tx.schoolId} and run_id = ${runId} and row_id = any(${written}::uuid[])`)
  await tx.rows(sql`
    insert into review_row (school_id, run_id, row_id, need, version, kind, person_id, source_id, status, reason, not_seen, will_import, set_aside, double, left_out,
      probability, bits, pass, reasons, guards, rival, what_if, mover, here, there, changes, touches, ground, ground_on,
      is_expected, pattern, sync_email, email_doubt, needs_decision, missing, typed, decided, year_group, class_name, sort_name, search, digest)
    select ${tx.schoolId}::uuid, ${runId}::uuid, "rowId", need, version, kind, "personId", "sourceId", status, reason, "notSeen", "willImport", "setAside", double,
      "leftOut", probability, bits, pass, reasons, guards, rival, "whatIf", mover, here, there, changes, touches, ground, "groundOn", "isExpected", pattern,
      "syncEmail", "emailDoubt", "needsDecision", missing, typed, decided, coalesce(there->>'yearGroup', here->>'yearGroup'),
      coalesce(there->>'registrationClass', here->>'registrationClass'), "sortName", search, digest
    from json_to_recordset(${JSON.stringify(changed)}::json)
      as n("rowId" uuid, need smallint, version integer, kind text, "personId" uuid, "sourceId" text, status text, reason text, "notSeen" boolean, "willImport" boolean, "setAside" text, double jsonb,
        "leftOut" text, probability real, bits real, pass text, reasons jsonb, guards jsonb, rival jsonb, "whatIf" jsonb, mover jsonb, here jsonb, there jsonb, changes jsonb,
        touches jsonb, ground text, "groundOn" text, "isExpected" boolean, pattern text, "syncEmail" boolean,
        "emailDoubt" text, "needsDecision" boolean, missing jsonb, typed jsonb, decided jsonb, "sortName" text, search text, digest text)`)
  return true
}

/** The columns of a stored row under their names in code. */
export const ROW_COLUMNS = sql`row_id as "rowId", version, kind, person_id as "personId", source_id as "sourceId", status, reason,
  not_seen as "notSeen", will_import as "willImport", set_aside as "setAside", double, left_out as "leftOut", probability, bits, pass, reasons, guards, rival, what_if as "whatIf", mover,
  here, there, changes, touches, ground, ground_on as "groundOn", is_expected as "isExpected", pattern, sync_email as "syncEmail", email_doubt as "emailDoubt", needs_decision as "needsDecision", missing, typed, decided, sort_name as "sortName", search`

/** The rows of a run as they were computed, by kind and name. */
export async function readRows(tx: SchoolTx, runId: string): Promise<readonly StoredRow[]> {
  return tx.rows(sql<StoredRow>`
    select ${ROW_COLUMNS} from review_row where school_id = ${tx.schoolId} and run_id = ${runId} order by kind desc, need, sort_name, row_id`)
}

/** Forgets the rows of runs that ended more than seven days ago (D31: until then a discarded run can be looked at). */
export async function removeOldRows(tx: SchoolTx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 7 * 24 * 3_600_000)
  await tx.rows(sql`
    delete from review_row r using run where r.school_id = ${tx.schoolId} and run.school_id = r.school_id and run.id = r.run_id
      and run.changed_at < ${before} and run.state in ('applied', 'undone', 'discarded', 'failed', 'checked')`)
}

interface KeptRow {
  readonly rowId: string
  readonly version: number
  readonly digest: string
  /** Kind and source id; null where there is none. */
  readonly source: string | null
  readonly mover: RowMover | null
}

/** What the row says, and after a colon what only supports it. */
function digestOf({ probability, bits, reasons, guards, rival, whatIf, pattern, ...said }: ShownRow): string {
  // rows are made in one place, with their members in one order: a row that is written otherwise is written again, no more
  return `${sha256(said)}:${sha256([probability, bits, reasons, guards, rival, whatIf, pattern])}`
}

function versionOf(digest: string, before: KeptRow | undefined, version: number): number {
  return before !== undefined && before.digest.split(':')[0] === digest.split(':')[0] ? before.version : version
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

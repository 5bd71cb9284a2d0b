import type { DecidedAnswer, ReviewRowDetails, RowAct, RowCountsAnswer } from '../../../../../src/contract/index.ts'
import type { Action, Intent, RowDecision } from './queue-state.ts'

/** One row as the table shows it now. */
export interface PaintedRow {
  readonly row: ReviewRowDetails
  /** Decided here since the list was read: it stays where it is, greyed. */
  readonly isSettled: boolean
  /** The act that could not be saved, if any. */
  readonly unsaved: Action | null
}

/** What the server has said about rows since the list was read, by row. */
export type Overlay = ReadonlyMap<string, { readonly row: ReviewRowDetails; readonly isSettled: boolean }>

/** Who decides, for the line under a status. */
export interface Decider {
  readonly name: string
  readonly at: string
}

/** Acts that settle a row: what it waited for is said. */
const SETTLING: readonly RowAct[] = ['same', 'different', 'match', 'ignore']
const HELD: readonly Action['state'][] = ['failed', 'clash']

/** A row as it will be once the act is saved. The server's own row takes its place when it comes. */
function paintAct(row: ReviewRowDetails, act: RowAct, by: Decider): ReviewRowDetails {
  // what was typed may make it another row: only the server knows
  if (act === 'type_here') return row
  if (act === 'sync_email' || act === 'no_email') return row.syncEmail === null ? row : { ...row, syncEmail: act === 'sync_email' }
  const decided = { act, by: by.name, at: by.at }
  if (act === 'ignore') return { ...row, setAside: 'ever', willImport: false, needsDecision: false, decided }
  if (act === 'consider') return { ...row, setAside: null, decided }
  if (act === 'leave_out' && row.status === 'synced') return { ...row, setAside: 'once', decided: { ...decided, act: 'leave_out_once' } }
  if (act === 'import' || act === 'leave_out') return { ...row, willImport: act === 'import', needsDecision: false, decided }
  return { ...row, willImport: act !== 'different', needsDecision: false, decided }
}

/** Whether an act means anything for a row: what the bar and the keys offer. */
export function mayDo(
  act: RowAct,
  { status, setAside, missing, needsDecision, syncEmail, error, here, there, willImport }: ReviewRowDetails,
): boolean {
  const isPair = here !== null && there !== null
  const isHeldAsDouble = status === 'new' && needsDecision
  if (act === 'same') return status === 'may_match'
  if (act === 'different') return isPair && ['may_match', 'matched', 'synced'].includes(status)
  if (act === 'match') return status !== 'synced'
  if (act === 'consider') return setAside !== null
  if (act === 'type_here') return missing.length > 0
  if (act === 'ignore') return setAside === null && (status === 'new' || status === 'not_matched')
  if (act === 'import') return ['new', 'matched'].includes(status) && error === null && setAside === null && !willImport
  if (act === 'leave_out')
    return isPair || status === 'new' ? error === null && setAside === null && (isTaken({ status, willImport }) || isHeldAsDouble) : false
  return syncEmail !== null
}

/** Whether a sync writes something of a row as it stands, or may yet. */
function isTaken({ status, willImport }: Pick<ReviewRowDetails, 'status' | 'willImport'>): boolean {
  return status === 'may_match' || status === 'synced' || (['new', 'matched'].includes(status) && willImport)
}

/**
 * What the table shows: rows as they were read, over them what the server has said since, over that what has not reached
 * it. A row that did not change stays the same object, so that nothing else is drawn again.
 */
export function paintRows(
  rows: readonly ReviewRowDetails[],
  overlay: Overlay,
  actions: readonly Action[],
  by: Decider,
): readonly PaintedRow[] {
  return rows.map((read) => {
    const since = overlay.get(read.id)
    const painted = { row: since?.row ?? read, isSettled: since?.isSettled ?? false }
    return actions.reduce<PaintedRow>((it, action) => paintAction(it, action, by), { ...painted, unsaved: null })
  })
}

/** The acts of an intent that meet a row. */
function actOn(row: ReviewRowDetails, intent: Intent): RowAct | null {
  if (intent.kind === 'rows') return intent.decisions.find((it) => it.row === row.id || it.with === row.id)?.act ?? null
  if (intent.kind === 'undo' || intent.kind === 'redo' || intent.body.all.kind !== row.kind) return null
  const { act } = intent.body
  if (act === 'sync_email' || act === 'no_email') return row.syncEmail === null ? null : act
  return row.status === 'new' && row.error === null && row.setAside === null && !row.needsDecision ? act : null
}

function paintAction(painted: PaintedRow, action: Action, by: Decider): PaintedRow {
  const act = actOn(painted.row, action.intent)
  if (act === null) return painted
  const unsaved = HELD.includes(action.state) ? action : painted.unsaved
  return {
    row: paintAct(painted.row, act, by),
    isSettled: painted.isSettled || SETTLING.includes(act) || painted.row.needsDecision,
    unsaved,
  }
}

/** What is on the screen, and who decides there. */
export interface Shown {
  readonly overlay: Overlay
  /** The rows without what is on its way. */
  readonly painted: readonly PaintedRow[]
  readonly by: Decider
}

/** What stays painted once the server has an action: its rows, and what was painted where a row is gone. */
export function keepSaved({ overlay, painted, by }: Shown, action: Action, answer: DecidedAnswer): Overlay {
  const kept = new Map(overlay)
  const { kind } = action.intent
  for (const { row, isSettled } of painted) {
    const act = actOn(row, action.intent)
    if (act !== null) kept.set(row.id, { row: paintAct(row, act, by), isSettled: isSettled || SETTLING.includes(act) || row.needsDecision })
  }
  for (const row of answer.rows) {
    const before = kept.get(row.id)
    const wasSettled = kind === 'redo' ? row.decided !== null : (before?.isSettled ?? row.decided !== null)
    kept.set(row.id, { row, isSettled: kind !== 'undo' && wasSettled && !row.needsDecision })
  }
  return kept
}

/** The counters with what has not reached the server yet. */
export function paintCounts(
  counts: RowCountsAnswer,
  read: readonly PaintedRow[],
  decisions: readonly RowDecision[],
  by: Decider,
): RowCountsAnswer {
  let { decided, importing, emails } = counts
  let waiting = counts.filters.needs_decision
  const rows = new Map(read.map(({ row }) => [row.id, row]))
  for (const { row, act } of decisions) {
    const before = rows.get(row)
    if (before === undefined) continue
    const after = paintAct(before, act, by)
    rows.set(row, after)
    const settles = Number(before.needsDecision) - Number(after.needsDecision)
    waiting -= settles
    decided += settles
    importing += before.status === 'new' ? Number(after.willImport) - Number(before.willImport) : 0
    emails += Number(after.syncEmail ?? false) - Number(before.syncEmail ?? false)
  }
  return { ...counts, decided, importing, emails, filters: { ...counts.filters, needs_decision: waiting } }
}

/** The row where work goes on after one was decided: the next that waits, else the first that does. */
export function nextUndecided(rows: readonly PaintedRow[], from: number): number | null {
  const waits = ({ row }: PaintedRow): boolean => row.needsDecision
  const after = rows.findIndex((it, index) => index > from && waits(it))
  const found = after >= 0 ? after : rows.findIndex(waits)
  return found >= 0 ? found : null
}

/** What a pair writes over our record, as the row stands now: nothing once it was taken apart, also before that is saved. */
export function replacedBy({ here, there, changes, decided }: ReviewRowDetails): ReviewRowDetails['changes'] {
  return here === null || there === null || decided?.act === 'different' ? [] : changes
}

/** A person's name as a row shows it: as we hold them, else as the MIS says. */
export function nameOf({ here, there }: Pick<ReviewRowDetails, 'here' | 'there'>): string {
  return here?.name ?? there?.name ?? ''
}

/** Whether a row still speaks of the same two people in the same way, whatever else about it was computed anew. */
export function isSamePair(seen: ReviewRowDetails | undefined, now: ReviewRowDetails): boolean {
  const meaning = ({ status, here, there, willImport, error }: ReviewRowDetails): string =>
    JSON.stringify([status, here, there, willImport, error])
  return seen !== undefined && meaning(seen) === meaning(now)
}

import type { SchoolTx } from '../db/index.ts'
import { readChanges } from '../plans/index.ts'
import { type ReviewRow, readRows } from '../review/index.ts'
import { readSchool } from '../schools/index.ts'
import { readProblems } from '../snapshots/index.ts'
import { readRun } from './run.store.ts'
import { type ToldProblem, tell } from './school-report.ts'

/** One line of the result file: a person with what happened to them, or a problem. */
export interface ReportLine extends Partial<ToldProblem> {
  readonly school: string
  readonly kind: string
  readonly source_id: string
  readonly outcome: string
}

/** All lines of one run: people in the order of the review, then problems (S-147). */
export async function reportLines(tx: SchoolTx, runId: string, school: string): Promise<readonly ReportLine[]> {
  const run = await readRun(tx, runId)
  if (run === undefined) return []
  const operations = new Map(
    (await readChanges(tx, runId)).flatMap((it) =>
      it.recordKind === 'person' ? [[`${it.population} ${it.source?.id}`, it.operation]] : [],
    ),
  )
  const isDone = run.state === 'applied' || run.state === 'undone'
  const people = (await readRows(tx, runId)).map((row): ReportLine => {
    const operation = operations.get(`${row.kind} ${row.sourceId}`)
    const outcome = operation === undefined ? idleOutcome(row) : isDone ? DONE[operation] : `would be ${DONE[operation]}`
    return { school, kind: row.kind, source_id: row.sourceId ?? '', outcome, ...(row.leftOut === null ? {} : { code: row.leftOut }) }
  })
  const problems = run.uploadId === null ? [] : (await readProblems(tx, run.uploadId, null)).problems
  const { vocabulary } = await readSchool(tx)
  const told = problems.map((it): ReportLine => ({ school, kind: '', source_id: '', outcome: 'problem', ...tell(it, vocabulary) }))
  return [...people, ...told]
}

const DONE = {
  create: 'created',
  link: 'linked',
  update: 'updated',
  desync: 'desynced',
  archive: 'archived',
  unlink: 'unlinked',
  merge: 'merged',
  unmerge: 'split again',
  revert: 'reversed',
  remove: 'removed',
} as const

/** Why nothing happens to a person. */
function idleOutcome({ status, leftOut, willImport, setAside }: ReviewRow): string {
  if (setAside === 'ever') return 'ignored'
  if (leftOut !== null || setAside === 'once') return 'left out'
  if (status === 'synced') return 'unchanged'
  if (status === 'new' && !willImport) return 'new, not imported'
  return status.replace('_', ' ')
}

import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import { readSchool } from '../schools/index.ts'
import { type NoSchoolPart, type RowCounts, readProblems } from '../snapshots/index.ts'
import { describeProblem, type Vocabulary } from '../wording/index.ts'
import { listHeldRuns } from './held-runs.store.ts'
import type { Run, RunResult } from './run.ts'

/** A problem as it is told: with its cure in words. */
export interface ToldProblem extends Pick<Problem, 'code' | 'file' | 'line' | 'column' | 'value'> {
  readonly cure: string
}

/** How many problems of a school are told at once; the others are counted, the report file has all. */
const PROBLEMS_TOLD_MAX = 100

/** What one sync did for one school. */
export interface SchoolReport {
  readonly school: { readonly id: string | null; readonly externalId: string; readonly name: string }
  /** Null on a dry run. */
  readonly run: string | null
  readonly state: Run['state']
  /** The hash of the plan. */
  readonly plan: string | null
  readonly rows: RowCounts
  readonly absence: string
  readonly statuses: RunResult['statuses'] | null
  /** What the plan changes about people, without what guards hold. */
  readonly changes: RunResult['changes'] | null
  /** Why guards hold parts of the plan. */
  readonly holds: NonNullable<RunResult['holds']>
  /** Those parts: each is a run of its own, and goes on when its plan is approved. */
  readonly held: readonly HeldPart[]
  readonly problems: readonly ToldProblem[]
  readonly problemCount: number
  readonly failure: ToldProblem | null
}

/** A part of a plan that a guard holds. */
export interface HeldPart {
  /** Null on a dry run. */
  readonly run: string | null
  /** The hash of its plan, to approve it with. */
  readonly plan: string
  /** How many records it would change. */
  readonly changes: number
  readonly holds: NonNullable<RunResult['holds']>
}

/** What belongs to no school: told once for a whole source. */
export interface NoSchoolReport {
  readonly school: null
  readonly rows: RowCounts
  readonly files: NoSchoolPart['files']
  readonly problems: readonly ToldProblem[]
  readonly problemCount: number
}

const NO_ROWS: RowCounts = { read: 0, used: 0, leftOut: 0, rejected: 0 }

/** A problem with its cure in words. */
export function tell(it: Problem, vocabulary: Vocabulary): ToldProblem {
  const { code, file, line, column, value } = it
  return { code, file, line, column, value, cure: describeProblem(it, vocabulary).cure }
}

/** Reads what a run did, as it stands in the database. */
export async function reportRun(tx: SchoolTx, run: Run, school: SchoolReport['school'], isDryRun: boolean): Promise<SchoolReport> {
  const { result } = run
  const { vocabulary } = await readSchool(tx)
  const { problems, count } = run.uploadId === null ? { problems: [], count: 0 } : await readProblems(tx, run.uploadId, PROBLEMS_TOLD_MAX)
  const why = result.absenceUnproven ?? null
  return {
    school,
    run: isDryRun ? null : run.id,
    state: run.state,
    plan: result.planHash ?? null,
    rows: result.rows ?? NO_ROWS,
    absence: why === null ? 'proven' : `not_proven: ${why}`,
    statuses: result.statuses ?? null,
    changes: result.changes ?? null,
    holds: result.holds ?? [],
    held: (await listHeldRuns(tx, { from: [run.id] })).map((it) => heldPart(it, isDryRun)),
    problems: problems.map((it) => tell(it, vocabulary)),
    problemCount: count,
    failure: run.failure === null ? null : tell(run.failure, vocabulary),
  }
}

function heldPart({ id, result }: Run, isDryRun: boolean): HeldPart {
  const changes = (result.summary ?? []).reduce((sum, it) => sum + it.count, 0)
  return { run: isDryRun ? null : id, plan: result.planHash ?? '', changes, holds: result.holds ?? [] }
}

/** Files and rows of no school, told in the words of the UK; membership rows that a school had to refuse are taken from those counted as used. */
export function reportNoSchool(noSchool: NoSchoolPart, refused: readonly Readonly<Record<string, number>>[]): NoSchoolReport {
  const files = noSchool.files.map(({ file, rows }) => {
    const moved = refused.reduce((sum, it) => sum + (it[file] ?? 0), 0)
    return { file, rows: { ...rows, used: rows.used - moved, rejected: rows.rejected + moved } }
  })
  const problems = noSchool.problems.slice(0, PROBLEMS_TOLD_MAX).map((it) => tell(it, 'en-GB'))
  return { school: null, rows: noSchool.rows, files, problems, problemCount: noSchool.problems.length }
}

import type { SchoolTx } from '../db/index.ts'
import { describeProblem, type Problem } from '../kernel/index.ts'
import { type NoSchoolPart, type RowCounts, readProblems } from '../snapshots/index.ts'
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
  /** The hash of the plan, to approve a held one with. */
  readonly plan: string | null
  readonly rows: RowCounts
  readonly absence: string
  readonly statuses: RunResult['statuses'] | null
  /** What the plan changes about people; not yet done where `state` is held. */
  readonly changes: RunResult['changes'] | null
  readonly holds: NonNullable<RunResult['holds']>
  readonly problems: readonly ToldProblem[]
  readonly problemCount: number
  readonly failure: ToldProblem | null
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
export function tell(it: Problem): ToldProblem {
  const { code, file, line, column, value } = it
  return { code, file, line, column, value, cure: describeProblem(it).cure }
}

/** Reads what a run did, as it stands in the database. */
export async function reportRun(tx: SchoolTx, run: Run, school: SchoolReport['school'], isDryRun: boolean): Promise<SchoolReport> {
  const { result } = run
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
    problems: problems.map(tell),
    problemCount: count,
    failure: run.failure === null ? null : tell(run.failure),
  }
}

/** Files and rows of no school; membership rows that a school had to refuse are taken from those counted as used. */
export function reportNoSchool(noSchool: NoSchoolPart, refused: readonly Readonly<Record<string, number>>[]): NoSchoolReport {
  const files = noSchool.files.map(({ file, rows }) => {
    const moved = refused.reduce((sum, it) => sum + (it[file] ?? 0), 0)
    return { file, rows: { ...rows, used: rows.used - moved, rejected: rows.rejected + moved } }
  })
  const problems = noSchool.problems.slice(0, PROBLEMS_TOLD_MAX).map(tell)
  return { school: null, rows: noSchool.rows, files, problems, problemCount: noSchool.problems.length }
}

import type { Problem } from '../../kernel/index.ts'
import { type NoSchoolReport, reportNoSchool } from '../../runs/index.ts'
import { describeProblem } from '../../wording/index.ts'
import { failed, placeOf } from '../command.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import type { Muster } from '../with-muster.ts'
import type { SyncOptions } from './options.ts'
import type { Outcome } from './outcome.ts'
import { schoolText } from './school-text.ts'
import { writeReport } from './write-report.ts'

/** Where and how the outcome is told. */
export interface Telling {
  readonly io: Io
  readonly options: SyncOptions
  readonly muster: Muster
}

/** Says what a sync did, as text or JSON lines, writes the report file, and gives the exit code. */
export async function tellOutcome(outcome: Outcome, { io, options, muster }: Telling): Promise<ExitCode> {
  const rest = reportNoSchool(outcome.noSchool, outcome.refusedRows)
  for (const report of outcome.reports) io.out(options.json ? `${JSON.stringify(report)}\n` : schoolText(report))
  if (options.json) io.out(`${JSON.stringify(rest)}\n`)
  else tellRest(rest, io)
  if (options.report !== undefined) await writeReport(options.report, outcome, muster.database)
  return exitCode(outcome, io)
}

/** Says why nothing could be read, as text and, where it was asked for, as the JSON line of no school. */
export function tellRefusal(refused: Problem, { io, options }: Pick<Telling, 'io' | 'options'>): ExitCode {
  const rows = { read: 0, used: 0, leftOut: 0, rejected: 0 }
  if (options.json) io.out(`${JSON.stringify(reportNoSchool({ rows, files: [], problems: [refused] }, []))}\n`)
  return failed(io, refused)
}

function exitCode({ reports, failures, noSchool }: Outcome, io: Io): ExitCode {
  for (const text of new Set(failures.map(sentence))) io.err(`${text}\n`)
  if (noSchool.problems.some((it) => it.code === 'package.no_changes')) return EXIT.done
  if (reports.length === 0) {
    io.err(`Nobody could be read. ${noSchool.problems.map(sentence)[0] ?? 'The source names no people.'}\n`)
    return EXIT.failed
  }
  if (failures.length > 0 || reports.some((it) => it.state === 'failed' || it.state === 'discarded')) return EXIT.failed
  return reports.some((it) => it.holds.length > 0) ? EXIT.held : EXIT.done
}

function sentence(it: Problem): string {
  const { title, cure } = describeProblem(it, 'en-GB')
  return `${title}. ${cure}`
}

function tellRest({ rows, problems, problemCount }: NoSchoolReport, io: Io): void {
  if (rows.read > 0) io.out(`Rows of no school: ${rows.read} (${rows.leftOut} left out, ${rows.rejected} rejected)\n`)
  for (const it of problems) io.out(`  ${placeOf(it)}${it.cure}\n`)
  if (problemCount > problems.length) io.out(`  … and ${problemCount - problems.length} more problems (--report FILE.csv has all)\n`)
}

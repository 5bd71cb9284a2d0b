import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { type Database, inSchool } from '../../db/index.ts'
import { type Problem, problem } from '../../kernel/index.ts'
import { allow } from '../../permission/index.ts'
import { type ReportLine, reportLines, tell } from '../../runs/index.ts'
import { commandActor } from '../actor.ts'
import type { Outcome } from './outcome.ts'

const COLUMNS = ['school', 'kind', 'source_id', 'outcome', 'code', 'file', 'line', 'column', 'value', 'cure'] as const

/** Whether the report can be written there: asked before anything is changed. Null when it can. */
export async function whyUnwritable(path: string | undefined): Promise<Problem | null> {
  if (path === undefined) return null
  try {
    await (await open(path, 'a', 0o600)).close()
    return null
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be opened'
    return problem('file.cannot_write', { params: { path, reason } })
  }
}

/**
 * Writes the line-by-line result of a sync (S-147): each person with what happened, and each problem with its cure. Values that
 * a spreadsheet would take for a formula get an apostrophe in front.
 */
export async function writeReport(path: string, outcome: Outcome, database: Database): Promise<void> {
  await pipeline(
    lines(outcome, database),
    stringify({ header: true, columns: [...COLUMNS], escape_formulas: true }),
    createWriteStream(path, { mode: 0o600 }),
  )
}

async function* lines({ reports, noSchool }: Outcome, database: Database): AsyncGenerator<ReportLine> {
  for (const { school, run, problems } of reports) {
    const scope = school.id === null || run === null ? undefined : allow(commandActor(), 'run.read', school.id)
    if (scope?.ok && run !== null) yield* await inSchool(database, scope.value, (tx) => reportLines(tx, run, school.externalId))
    else for (const it of problems) yield { school: school.externalId, kind: '', source_id: '', outcome: 'problem', ...it }
  }
  for (const it of noSchool.problems) yield { school: '', kind: '', source_id: '', outcome: 'problem', ...tell(it, 'en-GB') }
}

import type { ReadProblem, ResultLine } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type ReportLine, reportLines, tell } from '../runs/index.ts'
import { describeHere, readSchool } from '../schools/index.ts'
import { readProblems } from '../snapshots/index.ts'
import { type UploadFacts, WRONG } from './uploads.store.ts'

/** What happened to each person of an upload, in the words of `muster sync --report`, then what was wrong with it. No names. */
export async function readUploadLines(tx: SchoolTx, { id, runId }: UploadFacts): Promise<ResultLine[]> {
  const lines = runId === null ? await problemLines(tx, id) : await reportLines(tx, runId, '')
  return lines.map(({ kind, source_id: sourceId, outcome, file = null, line = null, column = null, value = null, cure = null }) => ({
    ...{ kind, sourceId, outcome, file, line, column, value, cure },
  }))
}

async function problemLines(tx: SchoolTx, uploadId: string): Promise<readonly ReportLine[]> {
  const { vocabulary } = await readSchool(tx)
  const { problems } = await readProblems(tx, uploadId, null)
  return problems.map((it) => ({ school: '', kind: '', source_id: '', outcome: 'problem', ...tell(it, vocabulary) }))
}

/**
 * What is wrong with rows of an upload, in the order of the file (S-153): whoever corrects it there can upload it again. Rows that
 * are right but not for us, such as parents', and what speaks of a whole file are not among them.
 */
export async function readRejectedRows(tx: SchoolTx, { id }: UploadFacts): Promise<ReadProblem[]> {
  const describe = await describeHere(tx)
  const { problems } = await readProblems(tx, id, null)
  return problems
    .filter(({ code, line }) => line !== null && WRONG.has(code))
    .sort((a, b) => compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0))
    .map((it) => ({ code: it.code, ...describe(it), file: it.file, line: it.line, column: it.column, value: it.value }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

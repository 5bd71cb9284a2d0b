import type { ReadProblem, ResultLine } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'

type TextRow = readonly (string | null)[]

/** The lines of a result file under their headings. */
export function resultRows(say: Say, lines: readonly ResultLine[]): readonly [readonly string[], ...TextRow[]] {
  const heading = [
    say('uploads.csv.kind'),
    say('uploads.csv.id'),
    say('uploads.csv.outcome'),
    ...placeHeading(say),
    say('uploads.csv.cure'),
  ]
  return [
    heading,
    ...lines.map(
      (it): TextRow => [
        it.kind === '' ? null : (say.message('uploads.csv.kind', { code: it.kind, params: {} }) ?? it.kind),
        it.sourceId,
        it.outcome,
        ...placeOf(it),
        it.cure,
      ],
    ),
  ]
}

/** Rows that are wrong, under their headings (S-153). */
export function rejectedRows(say: Say, rows: readonly ReadProblem[]): readonly [readonly string[], ...TextRow[]] {
  const heading = [...placeHeading(say), say('uploads.csv.problem'), say('uploads.csv.cure')]
  return [heading, ...rows.map((it): TextRow => [...placeOf(it), it.title, it.cure])]
}

function placeHeading(say: Say): readonly string[] {
  return [say('uploads.csv.file'), say('uploads.csv.line'), say('uploads.csv.column'), say('uploads.csv.value')]
}

function placeOf({ file, line, column, value }: Pick<ResultLine, 'file' | 'line' | 'column' | 'value'>): TextRow {
  return [file, line === null ? null : String(line), column, value]
}

import type { CaseRow } from './case-result.ts'

/** The head of a case's table, in Markdown. */
export function tableHead(title: string): string {
  return `\n### ${title}\n\n| engine | wall s | CPU s | peak MB | precision | recall | F1 | pairs | |\n|---|---|---|---|---|---|---|---|---|`
}

export function tableRow({ engine, usage, accuracy, note }: CaseRow): string {
  const notes = [note, accuracy?.isOneToOne === false ? 'not one to one' : ''].filter((it) => it !== '')
  const cells = [
    engine,
    fixed(usage?.seconds, 2),
    fixed(usage?.cpuSeconds, 2),
    fixed(usage?.peakMb, 0),
    fixed(accuracy?.precision, 5),
    fixed(accuracy?.recall, 5),
    fixed(accuracy?.f1, 5),
    accuracy?.pairs.toLocaleString('en-GB') ?? '',
    notes.join('; ').replaceAll('|', '/'),
  ]
  return `| ${cells.join(' | ')} |`
}

function fixed(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? '' : value.toFixed(digits)
}

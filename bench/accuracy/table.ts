import type { Gate } from './gates.ts'
import { addedGroups, biggestDifference, GROUP_PAIRS_MIN } from './groups.ts'
import type { MeasuredSet } from './measure-set.ts'
import { figuresOf, type Score } from './score.ts'

const COLUMNS = [
  'set',
  'people',
  'true pairs',
  'precision of Matched',
  'wrong Matched',
  'recall of Matched',
  'precision of May match',
  'recall of both',
  'May match per 1,000 people',
  'never offered per 1,000 pairs',
  'in two pairs',
  'F1 of Matched',
  'F1 of both',
]

/** The head of the table of sets. Rows follow one by one, as they are measured. */
export function setHead(): string {
  return `| ${COLUMNS.join(' | ')} |\n|---|${'---:|'.repeat(COLUMNS.length - 1)}`
}

export function setRow({ set, score }: MeasuredSet): string {
  const figures = figuresOf(score)
  const cells = [
    `${set.title} (\`${set.id}\`)`,
    whole(score.people),
    whole(score.truePairs),
    share(figures.matchedPrecision),
    whole(score.matched - score.matchedRight),
    share(figures.matchedRecall),
    share(figures.possiblePrecision),
    share(figures.recall),
    decimal(figures.possiblePerThousand),
    decimal(figures.neverOfferedPerThousand),
    whole(score.madeTwice),
    share(figures.matchedF1),
    share(figures.f1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The groups of all generated schools together. */
export function groupTable(all: readonly MeasuredSet[]): string {
  const groups = addedGroups(all.filter(({ set }) => set.hasGroups).map((it) => it.groups))
  if (groups.size === 0) return ''
  const rows = [...groups].map(([group, score]) => groupRow(group, score))
  const differences = (['matchedPrecision', 'matchedRecall', 'recall'] as const).map((figure) => {
    const found = biggestDifference(groups, figure)
    return found === null ? '–' : `${found.points.toFixed(3)} (${found.worst})`
  })
  return [
    '| group | true pairs | precision of Matched | recall of Matched | recall of both |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    `| biggest difference in points, groups of ${whole(GROUP_PAIRS_MIN)} pairs or more | | ${differences.join(' | ')} |`,
  ].join('\n')
}

function groupRow(group: string, score: Score): string {
  const { matchedPrecision, matchedRecall, recall } = figuresOf(score)
  return `| ${group} | ${whole(score.truePairs)} | ${share(matchedPrecision)} | ${share(matchedRecall)} | ${share(recall)} |`
}

export function gateTable(gates: readonly Gate[]): string {
  const word = { true: 'met', false: '**NOT met**', null: 'not measured' }
  const rows = gates.map(({ what, asked, measured, isMet }) => `| ${what} | ${asked} | ${measured} | ${word[`${isMet}`]} |`)
  return ['| gate | asked | measured | |', '|---|---|---|---|', ...rows].join('\n')
}

function whole(value: number): string {
  return value.toLocaleString('en-GB')
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(5)
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(2)
}

import fs from 'node:fs'
import path from 'node:path'
import { type Figure, figure } from '../measure.ts'
import type { CaseResult } from './case-result.ts'
import type { Case } from './cases.ts'
import { musterName } from './engines/muster.ts'

interface Gate {
  readonly of: Case['id']
  readonly threads: 1 | 2
  readonly secondsMax: number
  readonly mbMax?: number
}

/** What the design of the engine asks of it, on two cores. */
const GATES: readonly Gate[] = [
  { of: 'thousand', threads: 1, secondsMax: 2.5, mbMax: 400 },
  { of: 'thousand', threads: 2, secondsMax: 1.5, mbMax: 400 },
  { of: 'no-school', threads: 1, secondsMax: 6 },
]

/** Whether Muster was as fast and as small as asked. Files of another size are measured, but nothing is asked of them. */
export function gateFigures(results: readonly CaseResult[], isFullSize: boolean): readonly Figure[] {
  const speed = GATES.flatMap((gate) => {
    const result = results.find((it) => it.case.id === gate.of)
    return result === undefined ? [] : figuresOf(gate, result, isFullSize)
  })
  return [...speed, ...results.flatMap(sameResult)]
}

function figuresOf({ threads, secondsMax, mbMax }: Gate, { case: it, rows }: CaseResult, isFullSize: boolean): Figure[] {
  const name = musterName(threads)
  const row = rows.find((candidate) => candidate.engine === name)
  if (row === undefined) return []
  const what = `${it.title}: ${name}`
  if (row.usage === null) return [{ what, measured: row.note, asked: `≤ ${secondsMax} s`, isMet: !isFullSize }]
  const seconds = figure(what, row.usage.seconds, 's', isFullSize ? secondsMax : undefined)
  if (mbMax === undefined || row.usage.peakMb === null) return [seconds]
  return [seconds, figure(`${what}, largest resident memory`, row.usage.peakMb, 'MB', isFullSize ? mbMax : undefined)]
}

/** One thread or two: the same bytes. */
function sameResult({ case: it, folder, rows }: CaseResult): Figure[] {
  const haveRun = ([1, 2] as const).every((threads) => rows.some((row) => row.engine === musterName(threads) && row.usage !== null))
  if (!haveRun) return []
  const [one, two] = [1, 2].map((threads) => fs.readFileSync(path.join(folder, `pairs-muster-${threads}.csv`)))
  const isSame = one !== undefined && two !== undefined && one.equals(two)
  return [
    {
      what: `${it.title}: one thread and two give`,
      measured: isSame ? 'the same bytes' : 'other bytes',
      asked: 'the same bytes',
      isMet: isSame,
    },
  ]
}

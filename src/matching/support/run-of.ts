import type { PersonKind } from '../../roster/index.ts'
import type { MatchRecord } from '../index.ts'
import { PairColumns } from '../pair-columns.ts'
import { allRows, readRecords, Vocabulary } from '../people/index.ts'
import { Run } from '../run.ts'
import { WEIGHTS } from '../weights/index.ts'

/** For tests: everybody of both sides as one group, loaded and ready to be compared. */
export function runOf(directory: readonly MatchRecord[], source: readonly MatchRecord[], kind: PersonKind = 'pupil'): Run {
  const vocabulary = new Vocabulary()
  const sides = { vocabulary, directory: readRecords(directory, kind, vocabulary), source: readRecords(source, kind, vocabulary) }
  const weights = WEIGHTS[kind]
  const run = new Run(sides, { isPupil: kind === 'pupil', weights, aliases: [], vetoed: [], pairs: new PairColumns() })
  run.begin({ directory: allRows(sides.directory), source: allRows(sides.source) })
  return run
}

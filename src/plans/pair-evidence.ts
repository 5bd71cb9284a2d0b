import type { ReviewRow } from '../review/index.ts'
import { explanationOf, type MatchExplanation } from '../wording/index.ts'
import type { Change } from './plan.ts'

/** Why two records were taken for one person, as it is kept: codes and params; of nobody but the two, and no numbers. */
export type PairEvidence = Pick<MatchExplanation, 'verdict' | 'warnings' | 'evidence'>

/**
 * What the pairs rest on that a plan links, by the key of their change: the review that knew it is gone after a week, and
 * somebody may ask later. Who comes back has none: their link of then is taken up again.
 */
export function evidenceOfLinks(changes: readonly Change[], rows: readonly ReviewRow[]): ReadonlyMap<string, PairEvidence> {
  const byPerson = new Map(rows.flatMap((it) => (it.personId === null ? [] : [[it.personId, it]])))
  return new Map(
    changes.flatMap(({ key, operation, recordKind, recordId }): readonly [string, PairEvidence][] => {
      const row = operation === 'link' && recordKind === 'person' ? byPerson.get(recordId ?? '') : undefined
      const evidence = row === undefined ? null : evidenceOfPair(row)
      return evidence === null ? [] : [[key, evidence]]
    }),
  )
}

function evidenceOfPair({ status, pass, probability, reasons, guards }: ReviewRow): PairEvidence | null {
  if (pass === null) return null
  const pair = { verdict: status === 'may_match' ? 'possible' : 'certain', pass, probability: probability ?? 0, reasons, guards } as const
  const { verdict, warnings, evidence } = explanationOf({ ...pair, rival: null, whatIf: [] }, false)
  return { verdict, warnings, evidence }
}

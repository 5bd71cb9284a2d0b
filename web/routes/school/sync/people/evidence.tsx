import type { RowWithEvidence } from '../../../../../src/contract/index.ts'
import { sayReason, sayWeight } from '../../../../../src/wording/index.ts'
import { useSay } from '../../../../words.tsx'

/** A sign for each weight, beside its words. */
export const EVIDENCE_SIGNS = {
  strongly_for: '++',
  for: '+',
  slightly_for: '+',
  none: '·',
  slightly_against: '−',
  against: '−',
  strongly_against: '−−',
} as const satisfies Record<RowWithEvidence['evidence'][number]['weight'], string>

/** What speaks for and against a pair, strongest first: in words, with a sign, and the numbers where they were asked for. */
export function Evidence({ evidence }: { readonly evidence: RowWithEvidence['evidence'] }) {
  const say = useSay()
  if (evidence.length === 0) return null
  return (
    <ul className="evidence" aria-label={say('review.evidence')}>
      {evidence.map((it) => {
        const weight = sayWeight(say, it)
        return (
          <li key={`${it.code} ${JSON.stringify(it.params)}`} className={`evidence-${it.weight}`}>
            <span className="sign" aria-hidden="true">
              {EVIDENCE_SIGNS[it.weight]}
            </span>
            <span>
              {sayReason(say, it) ?? ''}
              {weight !== undefined && <b> ({weight})</b>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

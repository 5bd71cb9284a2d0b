import type { RowWithEvidence } from '../../../../../src/contract/index.ts'
import type { Params, Say } from '../../../../../src/wording/index.ts'
import { useSay } from '../../../../words.tsx'

const SIGNS = {
  strongly_for: '++',
  for: '+',
  slightly_for: '+',
  none: '·',
  slightly_against: '−',
  against: '−',
  strongly_against: '−−',
} as const satisfies Record<RowWithEvidence['evidence'][number]['weight'], string>

/** What speaks for and against a pair: in words first, with a sign, strongest first as the engine gives it. */
export function Evidence({ evidence }: { readonly evidence: RowWithEvidence['evidence'] }) {
  const say = useSay()
  if (evidence.length === 0) return null
  return (
    <ul className="evidence" aria-label={say('review.evidence')}>
      {evidence.map((it) => (
        <li key={`${it.code} ${JSON.stringify(it.params)}`} className={`evidence-${it.weight}`}>
          <span className="sign" aria-hidden="true">
            {SIGNS[it.weight]}
          </span>
          {say.message('match', { code: it.code, params: withDates(say, it.params) }) ?? ''}
          {it.weight === 'none' ? null : <b> ({say(`review.weight.${it.weight}`)})</b>}
        </li>
      ))}
    </ul>
  )
}

/** Birth dates stand in evidence as the engine compared them. */
function withDates(say: Say, params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? say.date(value) : value]))
}

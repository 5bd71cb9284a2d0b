import type { Candidate } from '../../../../../src/contract/index.ts'
import { sayRival, sayTotal } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import { Evidence } from './evidence.tsx'

interface ExplanationProps {
  readonly of: Pick<Candidate, 'evidence' | 'rival' | 'whatIf' | 'bits' | 'probability'>
  /** The evidence stands in the table of both records. */
  readonly isInTable?: boolean
  readonly withNumbers: boolean
  onNumbers(withNumbers: boolean): void
}

/** Why two records are, or may be, one person (N-01): evidence, who comes second, what would change the answer. */
export function Explanation({ of: explanation, isInTable = false, withNumbers, onNumbers }: ExplanationProps) {
  const say = useSay()
  const { evidence, rival, whatIf } = explanation
  const total = sayTotal(say, explanation)
  if (evidence.length === 0) return null
  return (
    <div className="explanation">
      {!isInTable && <Evidence evidence={evidence} />}
      {total !== undefined && <p className="total">{total}</p>}
      {rival !== null && <p>{sayRival(say, rival)}</p>}
      {whatIf.map((it) => (
        <p key={it.code}>{say.message('match', it) ?? ''}</p>
      ))}
      <Button kind="secondary" isSmall aria-pressed={withNumbers} onClick={() => onNumbers(!withNumbers)}>
        {say('review.numbers')}
      </Button>
    </div>
  )
}

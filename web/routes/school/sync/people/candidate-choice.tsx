import type { Candidate, ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { useSay } from '../../../../words.tsx'
import { Explanation } from './explanation.tsx'
import { sideLine } from './row-side.tsx'

/** One person of the other side: the evidence opens under whoever is chosen, with a warning where another pair would end. */
export function CandidateChoice({
  candidate,
  kind,
  isChosen,
  withNumbers,
  onChoose,
  onNumbers,
}: {
  readonly candidate: Candidate
  readonly kind: ReviewRowDetails['kind']
  readonly isChosen: boolean
  readonly withNumbers: boolean
  onChoose(): void
  onNumbers(withNumbers: boolean): void
}) {
  const say = useSay()
  const { side, likelihood, takenBy, warnings } = candidate
  return (
    <div className={`candidate-box${isChosen ? ' is-chosen' : ''}`}>
      <label className="candidate">
        <input type="radio" name="candidate" checked={isChosen} onChange={onChoose} />
        <span>
          <b>{side.name}</b> <span className="likelihood">{say(`review.likelihood.${likelihood}`)}</span>
          <span className="cell-more">{sideLine(say, side, kind)}</span>
          {takenBy !== null && <span className="cell-more">{say('review.match.taken', { name: takenBy })}</span>}
        </span>
      </label>
      {isChosen && (
        <div className="candidate-why">
          {takenBy !== null && <p className="warning">{say('review.match.takes', { name: takenBy })}</p>}
          {warnings.map((it) => (
            <p key={it.code} className="warning">
              {say.message('match', it) ?? ''}
            </p>
          ))}
          <Explanation of={candidate} withNumbers={withNumbers} onNumbers={onNumbers} />
        </div>
      )}
    </div>
  )
}

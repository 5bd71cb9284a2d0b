import type { Candidate, ReviewRowDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { useSay } from '../../../../words.tsx'
import { Explanation } from './explanation.tsx'
import { sayRowReason } from './row-reason.ts'
import { sideLine } from './row-side.tsx'

/** One person of the other side: the evidence opens under whoever is chosen, with what the choice would take from others. */
export function CandidateChoice({
  candidate,
  row,
  isChosen,
  withNumbers,
  onChoose,
  onNumbers,
}: {
  readonly candidate: Candidate
  /** The row whose other half is looked for. */
  readonly row: ReviewRowDetails
  readonly isChosen: boolean
  readonly withNumbers: boolean
  onChoose(): void
  onNumbers(withNumbers: boolean): void
}) {
  const say = useSay()
  const { side, likelihood, status, reason, takenBy, warnings } = candidate
  const isLeaver = status === 'desynced'
  return (
    <div className={`candidate-box${isChosen ? ' is-chosen' : ''}`}>
      <label className="candidate">
        <input type="radio" name="candidate" checked={isChosen} onChange={onChoose} />
        <span>
          <b>{side.name}</b> <span className="likelihood">{say(`review.likelihood.${likelihood}`)}</span>
          <span className="cell-more">{sideLine(say, side, row.kind)}</span>
          {isLeaver && <span className="cell-more">{(reason && sayRowReason(say, reason)) ?? say('status.desynced')}</span>}
          {takenBy !== null && (
            <span className="cell-more">
              {say(status === 'may_match' ? 'review.match.taken_doubt' : 'review.match.taken', { name: takenBy })}
            </span>
          )}
        </span>
      </label>
      {isChosen && (
        <div className="candidate-why">
          {effectsOf(say, row, candidate).map((text) => (
            <p key={text} className="warning">
              {text}
            </p>
          ))}
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

/** What becomes of those who lose their other half when this one is chosen. */
function effectsOf(say: Say, row: ReviewRowDetails, { row: rowId, side, status, takenBy }: Candidate): readonly string[] {
  if (rowId === row.id) return []
  const taken = row.here === null ? ('takes_here' as const) : ('takes_there' as const)
  const names = { name: side.name, other: takenBy ?? '' }
  const takes = takenBy === null ? [] : [say(status === 'may_match' ? `review.match.${taken}_doubt` : `review.match.${taken}`, names)]
  const left = row.here === null || row.status === 'desynced' ? null : row.there
  return left === null ? takes : [...takes, say('review.match.leaves', { name: left.name })]
}

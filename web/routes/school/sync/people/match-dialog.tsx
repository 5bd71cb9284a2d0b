import { useCallback, useEffect, useState } from 'react'
import type { Candidate, ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { ButtonPager } from '../../../../kit/button-pager.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'
import { CandidateChoice } from './candidate-choice.tsx'
import { type Asked, CANDIDATES, CandidateTicks, foundWords, ImpossibleChoices, useCandidates } from './candidate-list.tsx'
import { nameOf } from './paint.ts'
import type { RowDecision } from './queue-state.ts'

/** What is chosen: a candidate's row, or that it is none of them. */
type Chosen = { readonly row: string } | 'none' | null

interface MatchDialogProps {
  readonly run: RunDetails
  readonly row: ReviewRowDetails
  /** The other row, where two were selected: of the other half, or one that can never be it. */
  readonly other: ReviewRowDetails | null
  onDecide(decision: RowDecision): void
  onClose(): void
}

/**
 * Pairs a person by hand, from either side (S-59): a search field over the other side and a list of choices, ranked by the
 * engine. Typed text ranks anew; it never only filters.
 */
export function MatchDialog({ run, row, other, onDecide, onClose }: MatchDialogProps) {
  const say = useSay()
  const half = other !== null && canPair(row, other) ? other : null
  const [asked, setAsked] = useState<Asked>({ q: half === null ? '' : nameOf(half), page: 1, leavers: true, matched: false })
  const [chosenBefore, setChosen] = useState<Chosen>(half === null ? null : { row: half.id })
  const [isMissing, setMissing] = useState(false)
  const [withNumbers, setWithNumbers] = useState(false)
  const { data, error, isFetching, refetch } = useCandidates(run, row, { ...asked, bits: withNumbers })
  const onSearch = useCallback((q: string) => setAsked((before) => ({ ...before, q, page: 1 })), [])
  // after the dialog has opened and taken the focus
  useEffect(() => document.getElementById('match-search')?.focus(), [])
  // whom we hold keeps their place, and another record is looked for
  const side = row.here === null ? 'there' : 'here'
  const found = data?.candidates ?? []
  // whoever is on another page now is not what a person sees they have chosen
  const chosen = chosenBefore === 'none' || found.some((it) => isRow(chosenBefore, it)) ? chosenBefore : null
  const decide = (): void => {
    if (chosen === null) setMissing(true)
    else if (chosen !== 'none') onDecide({ row: row.id, act: 'match', with: chosen.row })
    else onDecide({ row: row.id, act: row.here === null ? 'import' : 'different' })
  }
  return (
    <Dialog title={say(`review.match.title_${side}`, { name: nameOf(row) })} onClose={onClose} isWide>
      {other !== null && half === null && <BothOfOneSide one={row} other={other} />}
      <div className="match-search">
        <SearchField
          id="match-search"
          label={say(side === 'here' ? 'review.match.search_there' : 'review.match.search_here')}
          value={asked.q}
          onSearch={onSearch}
        />
        <CandidateTicks asked={asked} onAsk={setAsked} />
      </div>
      <form
        className="match-form"
        onSubmit={(event) => {
          event.preventDefault()
          decide()
        }}
      >
        <fieldset className="candidates" aria-busy={isFetching} aria-describedby={isMissing ? 'match-missing' : undefined}>
          <legend className="label">{say('review.match.best')}</legend>
          <div role="status" className="muted">
            {data !== undefined && foundWords(say, data).map((it) => <p key={it}>{it}</p>)}
          </div>
          {isMissing && (
            <p id="match-missing" className="field-error" role="alert">
              {say('review.match.choose')}
            </p>
          )}
          {error !== null && <ProblemView error={error} onRetry={() => void refetch()} />}
          {data === undefined && error === null && <Loading text={say('review.match.searching')} />}
          {found.map((candidate) => (
            <CandidateChoice
              key={candidate.row}
              candidate={candidate}
              row={row}
              isChosen={isRow(chosen, candidate)}
              withNumbers={withNumbers}
              onNumbers={setWithNumbers}
              onChoose={() => setChosen({ row: candidate.row })}
            />
          ))}
          {data !== undefined && <ImpossibleChoices impossible={data.impossible} />}
          {data !== undefined && (
            <ButtonPager
              page={asked.page}
              pages={Math.ceil(data.total / CANDIDATES)}
              total={data.total}
              pageSize={CANDIDATES}
              onPage={(page) => setAsked({ ...asked, page })}
            />
          )}
          {mayBecomeNew(row) && (
            <label className="candidate">
              <input type="radio" name="candidate" checked={chosen === 'none'} onChange={() => setChosen('none')} />
              <span>{say('review.match.none_of_these', { what: say(`review.match.what_${row.kind}`) })}</span>
            </label>
          )}
        </fieldset>
        <div className="buttons">
          <Button type="submit">{say(chosen === 'none' ? 'review.match.do_import' : 'review.match.do')}</Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whether the record in the MIS can be somebody new: one with an error, or that nobody wants, cannot. */
function mayBecomeNew({ here, there, error, setAside }: ReviewRowDetails): boolean {
  return there !== null && (here !== null || (error === null && setAside === null))
}

/** Why two who were selected are no pair: both stand on one side. */
function BothOfOneSide({ one, other }: { readonly one: ReviewRowDetails; readonly other: ReviewRowDetails }) {
  const say = useSay()
  const names = { one: nameOf(one), other: nameOf(other) }
  if (one.there === null && other.there === null) return <p className="warning">{say('review.match.both_here', names)}</p>
  if (one.here === null && other.here === null) return <p className="warning">{say('review.match.both_there', names)}</p>
  return null
}

/** One of ours alone and one of the MIS alone: the two may be one person. */
function canPair(one: ReviewRowDetails, other: ReviewRowDetails): boolean {
  return (one.there === null && other.here === null) || (one.here === null && other.there === null)
}

function isRow(chosen: Chosen, candidate: Candidate): boolean {
  return chosen !== null && chosen !== 'none' && chosen.row === candidate.row
}

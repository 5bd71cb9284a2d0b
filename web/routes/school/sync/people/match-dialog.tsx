import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Candidate, ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'
import { CandidateChoice } from './candidate-choice.tsx'
import type { RowDecision } from './decision-queue.ts'
import { nameOf } from './paint.ts'

/** What is chosen: a candidate's row, or that it is none of them. */
type Chosen = { readonly row: string } | 'none' | null

interface MatchDialogProps {
  readonly run: RunDetails
  readonly row: ReviewRowDetails
  /** The row of the other half, where two were selected. */
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
  const [q, setQ] = useState(other === null ? '' : nameOf(other))
  const [chosen, setChosen] = useState<Chosen>(other === null ? null : { row: other.id })
  const [isMissing, setMissing] = useState(false)
  const [withNumbers, setWithNumbers] = useState(false)
  const { data, error, isFetching } = useCandidates(run, row, { q, bits: withNumbers })
  // after the dialog has opened and taken the focus
  useEffect(() => document.getElementById('match-search')?.focus(), [])
  // whom we hold keeps their place, and another record is looked for
  const side = row.here === null ? 'there' : 'here'
  const found = data?.candidates ?? []
  const decide = (): void => {
    if (chosen === null) setMissing(true)
    else if (chosen !== 'none') onDecide({ row: row.id, act: 'match', with: chosen.row })
    else onDecide({ row: row.id, act: row.here === null ? 'import' : 'different' })
  }
  return (
    <Dialog title={say(`review.match.title_${side}`, { name: nameOf(row) })} onClose={onClose} isWide>
      <div className="match-search">
        <SearchField
          id="match-search"
          label={say(side === 'here' ? 'review.match.search_there' : 'review.match.search_here')}
          value={q}
          onSearch={setQ}
        />
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
          <p role="status" className="muted">
            {data !== undefined && foundWords(found.length)}
          </p>
          {isMissing && (
            <p id="match-missing" className="field-error" role="alert">
              {say('review.match.choose')}
            </p>
          )}
          {error !== null && <ProblemView error={error} />}
          {data === undefined && error === null && <Loading text={say('review.match.searching')} />}
          {found.map((candidate) => (
            <CandidateChoice
              key={candidate.row}
              candidate={candidate}
              kind={row.kind}
              isChosen={isRow(chosen, candidate)}
              withNumbers={withNumbers}
              onNumbers={setWithNumbers}
              onChoose={() => setChosen({ row: candidate.row })}
            />
          ))}
          {row.there !== null && (
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

  function foundWords(count: number): string {
    return count === 0 ? say('review.match.none_found') : say('review.match.found', { count })
  }
}

function isRow(chosen: Chosen, candidate: Candidate): boolean {
  return chosen !== null && chosen !== 'none' && chosen.row === candidate.row
}

function useCandidates(run: RunDetails, row: ReviewRowDetails, asked: { readonly q: string; readonly bits: boolean }) {
  const { code: school } = useSchool()
  return useQuery({
    queryKey: ['runs.candidates', { params: { school, run: run.id, row: row.id }, ...asked }],
    queryFn: ({ signal }) => call('runs.candidates', { params: { school, run: run.id, row: row.id }, body: asked, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { DecideCard } from './decide-card.tsx'
import { PresenceLine } from './presence-line.tsx'
import type { Kind } from './rows-query.ts'
import { StaleNotice } from './stale-notice.tsx'
import { type ReviewList, useReviewList } from './use-review-list.ts'
import '../sync.css'
import './review.css'

/** One at a time (UX C8): a pair at full width with three big buttons, for small screens and whoever finds a table hard. */
export function DecideOne() {
  const { row = '' } = useParams({ strict: false })
  return <RunPage step="staff">{(run) => <DecideRow key={run.id} run={run} id={row} />}</RunPage>
}

function DecideRow({ run, id }: { readonly run: RunDetails; readonly id: string }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { data, error } = useQuery({
    ...apiQuery('runs.row', { params: { school, run: run.id, row: id }, query: { bits: 'false' } }),
    retry: false,
  })
  // the list and what is on its way stay while the next row is read
  const [kind, setKind] = useState<Kind | null>(null)
  if (kind === null && data !== undefined) setKind(data.kind)
  if (kind !== null && error === null) return <DecideList run={run} kind={kind} id={id} row={data} />
  return (
    <StepFrame run={run} step="pupils" title={say('review.decide.title')}>
      {error === null ? <Loading /> : <ProblemView error={error} />}
      {error !== null && (
        <p>
          <Link to="/s/$school/sync/pupils" params={{ school }} search={{ run: run.id }}>
            {say('review.decide.table')}
          </Link>
        </p>
      )}
    </StepFrame>
  )
}

function DecideList({
  run,
  kind,
  id,
  row,
}: {
  readonly run: RunDetails
  readonly kind: Kind
  readonly id: string
  readonly row: ReviewRowDetails | undefined
}) {
  const say = useSay()
  const review = useWithRow(useReviewList(run, kind), id, row)
  return (
    <StepFrame run={run} step={kind === 'staff' ? 'staff' : 'pupils'} title={say(`review.decide.title_${kind}`)}>
      <PresenceLine run={run} kind={kind} />
      <StaleNotice run={run} onUpdated={review.readAgain} />
      {review.error !== null && <ProblemView error={review.error} onRetry={review.readAgain} />}
      {review.list === undefined || !review.list.rows.some((it) => it.id === id) ? (
        review.error === null && <Loading />
      ) : (
        <DecideCard run={run} kind={kind} id={id} review={review} list={review.list} />
      )}
    </StepFrame>
  )
}

/** The rows that wait, with the one that the address names before them where it does not wait itself. */
function useWithRow(review: ReviewList, id: string, row: ReviewRowDetails | undefined): ReviewList {
  const { list } = review
  const withRow = useMemo(() => {
    if (list === undefined || row === undefined || row.id !== id || list.rows.some((it) => it.id === id)) return list
    return { ...list, rows: [row, ...list.rows], total: list.total + 1 }
  }, [list, row, id])
  return { ...review, list: withRow }
}

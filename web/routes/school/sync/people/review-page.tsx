import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { isNarrowed } from '../search.ts'
import { AllActs } from './all-acts.tsx'
import { ExpectedLine } from './ground-tools.tsx'
import { OldListNotice } from './notices.tsx'
import type { PaintedRow } from './paint.ts'
import { PresenceLine } from './presence-line.tsx'
import { ReviewBody } from './review-body.tsx'
import { ReviewTools } from './review-tools.tsx'
import type { Kind } from './rows-query.ts'
import { StaleNotice } from './stale-notice.tsx'
import { useActs, useUndoKeys } from './use-acts.ts'
import { useDecisions } from './use-decisions.ts'
import { type ReviewList, useReviewList } from './use-review-list.ts'
import '../sync.css'
import './review.css'

/** The Teachers step. */
export function ReviewStaff() {
  return <RunPage step="staff">{(run) => <ReviewPeople key={run.id} run={run} kind="staff" />}</RunPage>
}

/** The Pupils step: its table. */
export function ReviewPupils() {
  return <RunPage step="pupils">{(run) => <ReviewPeople key={run.id} run={run} kind="pupil" />}</RunPage>
}

function ReviewPeople({ run, kind }: { readonly run: RunDetails; readonly kind: Kind }) {
  const say = useSay()
  const review = useReviewList(run, kind)
  const decisions = useDecisions(run, review)
  const acts = useActs(kind, review, decisions)
  useUndoKeys(acts)
  const { counts, whole } = decisions
  // where pupils have addresses that are used one by one, the table has a column for them
  const hasEmails = (whole?.addresses ?? 0) > 0
  // what is left to decide is that of everybody: a search that finds nobody has decided nothing
  const waiting = whole?.filters.needs_decision ?? 0
  const page = review.list?.page ?? 1
  const title =
    whole === undefined
      ? say(`review.plain_${kind}`)
      : waiting > 0
        ? say(`review.title_${kind}`, { count: waiting })
        : say(`review.title_${kind}_none`)
  const waits = firstWaiting(decisions.rows)
  if (useBeginsOneAtATime(review) && waits !== null) return <DecideNow run={run} row={waits} />
  const rest = whole === undefined ? 0 : whole.filters.all - waiting
  // counters and rows come one after the other: shown together, nothing moves that somebody may already be reading
  if (review.error === null && (whole === undefined || review.list === undefined))
    return (
      <StepFrame run={run} step={kind === 'staff' ? 'staff' : 'pupils'} title={title}>
        <Loading text={say(`review.loading_${kind}`)} />
      </StepFrame>
    )
  return (
    <StepFrame
      run={run}
      step={kind === 'staff' ? 'staff' : 'pupils'}
      title={title}
      page={review.list === undefined || page === 1 ? undefined : say('review.page_of', { page, pages: review.list.pages })}
      lead={whole === undefined ? undefined : `${say(`review.rest_${kind}`, { count: rest })} ${say('review.nothing_yet')}`}
    >
      {review.error !== null && <ProblemView error={review.error} onRetry={review.readAgain} />}
      <ReviewTools run={run} kind={kind} review={{ ...review, counts }} />
      {counts !== undefined && (
        <AllActs
          kind={kind}
          filter={review.filter}
          counts={counts}
          hasEmails={hasEmails}
          run={run}
          search={review.search}
          onAct={acts.all}
        />
      )}
      <ExpectedLine review={{ ...review, counts }} />
      <p className="table-how">
        <span role="status">{review.list === undefined ? '' : say('review.shown', { count: review.list.total })}</span>
        {waiting > 0 && <DecideLink run={run} row={waits} />}
        {whole !== undefined && whole.decided > 0 && (
          <span>{say('review.decided_of', { decided: whole.decided, of: whole.decided + waiting })}</span>
        )}
        <span id="review-how">{say('review.how')}</span>
        {waiting > 0 && ['needs_decision', 'may_match', 'all'].includes(review.filter) && <span>{say('review.may_match_warning')}</span>}
      </p>
      <PresenceLine run={run} kind={kind} />
      <StaleNotice run={run} onUpdated={review.readAgain} />
      {decisions.isListOld && <OldListNotice onUpdate={review.readAgain} />}
      {review.list !== undefined && (
        <ReviewBody run={run} kind={kind} review={review} list={review.list} decisions={decisions} acts={acts} hasEmails={hasEmails} />
      )}
    </StepFrame>
  )
}

/** The way to deciding one at a time, from the first that waits. */
function DecideLink({ run, row }: { readonly run: RunDetails; readonly row: string | null }) {
  const say = useSay()
  const { code: school } = useSchool()
  if (row === null) return null
  return (
    <Link to="/s/$school/sync/decide/$row" params={{ school, row }} search={{ run: run.id }}>
      {say('review.decide.link')}
    </Link>
  )
}

function DecideNow({ run, row }: { readonly run: RunDetails; readonly row: string }) {
  const { code: school } = useSchool()
  return <Navigate to="/s/$school/sync/decide/$row" params={{ school, row }} search={{ run: run.id }} replace />
}

/** On a phone those that wait are decided one at a time, unless the address asks for rows. */
function useBeginsOneAtATime({ search, filter }: ReviewList): boolean {
  const [isPhone] = useState(() => window.matchMedia('(max-width: 480px)').matches)
  return isPhone && filter === 'needs_decision' && search.show === undefined && search.row === undefined && !isNarrowed(search)
}

function firstWaiting(rows: readonly PaintedRow[]): string | null {
  return rows.find(({ row }) => row.needsDecision)?.row.id ?? null
}

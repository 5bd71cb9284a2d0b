import { useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { AllActs } from './all-acts.tsx'
import { OldListNotice } from './notices.tsx'
import { ReviewBody } from './review-body.tsx'
import { ReviewTools } from './review-tools.tsx'
import { useActs, useUndoKey } from './use-acts.ts'
import { useDecisions } from './use-decisions.ts'
import { type Kind, useReviewList } from './use-review-list.ts'
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
  useUndoKey(acts.undo)
  const hasEmails = useHasEmails(run, kind)
  const { counts, whole } = decisions
  // what is left to decide is that of everybody: a search that finds nobody has decided nothing
  const waiting = whole?.filters.needs_decision ?? 0
  const page = review.list?.page ?? 1
  const title =
    whole === undefined
      ? say(`review.plain_${kind}`)
      : waiting > 0
        ? say(`review.title_${kind}`, { count: waiting })
        : say(`review.title_${kind}_none`)
  const rest = whole === undefined ? 0 : whole.filters.all - waiting
  return (
    <StepFrame
      run={run}
      step={kind === 'staff' ? 'staff' : 'pupils'}
      title={title}
      page={review.list === undefined || page === 1 ? undefined : say('review.page_of', { page, pages: review.list.pages })}
      lead={whole === undefined ? undefined : `${say(`review.rest_${kind}`, { count: rest })} ${say('review.nothing_yet')}`}
    >
      {review.error !== null && <ProblemView error={review.error} onRetry={review.readAgain} />}
      <ReviewTools kind={kind} review={{ ...review, counts }} />
      {counts !== undefined && <AllActs kind={kind} filter={review.filter} counts={counts} hasEmails={hasEmails} onAct={acts.all} />}
      <p className="table-how">
        <span role="status">{review.list === undefined ? '' : say('review.shown', { count: review.list.total })}</span>
        {whole !== undefined && whole.decided > 0 && (
          <span>{say('review.decided_of', { decided: whole.decided, of: whole.decided + waiting })}</span>
        )}
        <span id="review-how">{say('review.how')}</span>
        {waiting > 0 && ['needs_decision', 'may_match', 'all'].includes(review.filter) && <span>{say('review.may_match_warning')}</span>}
      </p>
      {decisions.isListOld && <OldListNotice onUpdate={review.readAgain} />}
      {review.list === undefined ? (
        review.error === null && <Loading text={say(`review.loading_${kind}`)} />
      ) : (
        <ReviewBody run={run} kind={kind} review={review} list={review.list} decisions={decisions} acts={acts} hasEmails={hasEmails} />
      )}
    </StepFrame>
  )
}

/** Whether addresses of pupils are chosen one by one here, so that the table has a column for it. */
function useHasEmails(run: RunDetails, kind: Kind): boolean {
  const { code: school } = useSchool()
  const { data } = useQuery({ ...apiQuery('runs.scope', { params: { school, run: run.id } }), enabled: kind === 'pupil' })
  return data?.pupilEmails === 'chosen' && data.withEmail > 0
}

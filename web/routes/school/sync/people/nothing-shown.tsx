import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { useSay } from '../../../../words.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { isNarrowed, NARROWED_BY_NOTHING } from '../search.ts'
import { panelsOf } from '../steps.ts'
import { hidesExpected } from './rows-query.ts'
import type { ReviewList } from './use-review-list.ts'

/** Why the table is empty: all is decided, the filters show nobody, or there is nobody. */
export function NothingShown({ run, review }: { readonly run: RunDetails; readonly review: ReviewList }) {
  const say = useSay()
  const { search, filter, counts, change } = review
  const isLess = isNarrowed(search)
  const showAll = (
    <Button kind="secondary" onClick={() => change({ ...NARROWED_BY_NOTHING, show: 'all' })}>
      {say('review.empty.show_all')}
    </Button>
  )
  if (hidesExpected(search, filter) && !isLess && (counts?.expected ?? 0) > 0)
    return <EmptyState title={say('review.empty.all_expected')} isGood />
  if (filter === 'needs_decision' && !isLess) {
    const mayReview = !run.isFirst || panelsOf(run.scope).every((it) => run.savedPanels.includes(it))
    return (
      <EmptyState title={say('review.empty.decided')} isGood>
        <p>{say('review.empty.decided_body', { count: counts?.decided ?? 0 })}</p>
        <div className="buttons">
          {showAll}
          {mayReview && (
            <SyncLink to="review" run={run.id}>
              {say('sync.overview.review')}
            </SyncLink>
          )}
        </div>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={say(filter === 'all' && !isLess ? 'review.empty.none' : 'review.empty.filter')}>
      {filter !== 'all' || isLess ? showAll : null}
    </EmptyState>
  )
}

import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { useSay } from '../../../../words.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { panelsOf } from '../steps.ts'
import type { ReviewList } from './use-review-list.ts'

/** Why the table is empty: all is decided, the filters show nobody, or there is nobody. */
export function NothingShown({ run, review }: { readonly run: RunDetails; readonly review: ReviewList }) {
  const say = useSay()
  const { search, filter, counts, change } = review
  const isNarrowed = [search.q, search.year, search.class].some((it) => it !== undefined)
  const showAll = (
    <Button kind="secondary" onClick={() => change({ show: 'all', q: '', year: '', class: '' })}>
      {say('review.empty.show_all')}
    </Button>
  )
  if (filter === 'needs_decision' && !isNarrowed) {
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
    <EmptyState title={say(filter === 'all' && !isNarrowed ? 'review.empty.none' : 'review.empty.filter')}>
      {filter !== 'all' || isNarrowed ? showAll : null}
    </EmptyState>
  )
}

import { Link } from '@tanstack/react-router'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch, readReviewSearch } from '../search.ts'
import { hidesExpected } from './rows-query.ts'
import type { ReviewList } from './use-review-list.ts'

/** *What changes* and *Reason*: of what a sync would do to people, and of why they stand where they do, one kind. */
export function GroundTools({ review }: { readonly review: ReviewList }) {
  const say = useSay()
  const { search, counts, change } = review
  const touches = (counts?.touches ?? []).map(({ code }) => ({ value: code, label: say(`review.touches.${code}`) }))
  const reasons = (counts?.reasons ?? []).flatMap(({ code }) => {
    const label = say.message('review.reason_kind', { code, params: {} }) ?? say.message('review.reason', { code, params: {} })
    return label === undefined ? [] : [{ value: code, label }]
  })
  return (
    <>
      <Select
        id="review-changes"
        isTool
        label={say('review.changes')}
        value={search.changes ?? ''}
        options={[{ value: '', label: say('review.any_changes') }, ...touches]}
        onChange={(event) => change({ changes: readReviewSearch({ changes: event.target.value }).changes })}
      />
      <Select
        id="review-reason"
        isTool
        label={say('review.reason_label')}
        value={search.reason ?? ''}
        options={[{ value: '', label: say('review.any_reason') }, ...reasons]}
        onChange={(event) => change({ reason: event.target.value })}
      />
    </>
  )
}

/** Of those desynced, how many are as expected, and the way to them: what is odd stands by itself (UX decision 4). */
export function ExpectedLine({ review }: { readonly review: ReviewList }) {
  const say = useSay()
  const { search, filter, counts } = review
  if (filter !== 'desynced' || search.reason !== undefined || counts === undefined || counts.expected === 0) return null
  const isHidden = hidesExpected(search, filter)
  return (
    <p className="all-acts">
      <span>
        {say('review.expected.unexpected', { count: counts.filters.desynced - counts.expected })}{' '}
        {say('review.expected.expected', { count: counts.expected })}
      </span>{' '}
      <Link to="." search={changeSearch(search, { show: 'desynced', expected: isHidden ? 'show' : undefined })} resetScroll={false}>
        {isHidden ? say('review.expected.show', { count: counts.expected }) : say('review.expected.hide')}
      </Link>
    </p>
  )
}

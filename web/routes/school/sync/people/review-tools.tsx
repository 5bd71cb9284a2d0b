import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { FilterChips } from '../../../../kit/filter-chips.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch, ROW_FILTERS, readReviewSearch } from '../search.ts'
import type { Kind, ReviewList } from './use-review-list.ts'

/** Where `/` puts the focus. */
export const SEARCH_ID = 'review-search'

/** Filters with their counts, search, year and class. All of it stands in the address. */
export function ReviewTools({ kind, review }: { readonly kind: Kind; readonly review: ReviewList }) {
  const say = useSay()
  const { search, filter, counts, change } = review
  const onSearch = useCallback((q: string) => change({ q }), [change])
  const chips = ROW_FILTERS.filter((it) => isWorthAChip(it, filter, counts?.filters[it])).map((it) => ({
    value: it,
    label: say(`review.filter.${it}`),
    count: counts?.filters[it] ?? null,
  }))
  const isNarrowed = [search.q, search.year, search.class].some((it) => it !== undefined)
  return (
    <>
      <FilterChips
        id="review-show"
        label={say('review.filters')}
        chips={chips}
        current={filter}
        link={(chip, content, isCurrent) => (
          <Link
            to="."
            search={changeSearch(search, readReviewSearch({ show: chip.value }))}
            resetScroll={false}
            aria-current={isCurrent ? 'true' : undefined}
            activeProps={{}}
            // the same filter once more applies it again
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              change(readReviewSearch({ show: chip.value }))
            }}
          >
            {content}
          </Link>
        )}
        onChoose={(value) => change(readReviewSearch({ show: value }))}
      />
      <div className="tools">
        <SearchField
          id={SEARCH_ID}
          label={say(kind === 'pupil' ? 'review.search' : 'review.search_staff')}
          value={search.q ?? ''}
          onSearch={onSearch}
        />
        {kind === 'pupil' && (
          <>
            <Select
              id="review-year"
              isTool
              label={say('review.year')}
              value={search.year ?? ''}
              options={[{ value: '', label: say('review.all_years') }, ...optionsOf(counts?.yearGroups, search.year)]}
              onChange={(event) => change({ year: event.target.value })}
            />
            <Select
              id="review-class"
              isTool
              label={say('review.class')}
              value={search.class ?? ''}
              options={[{ value: '', label: say('review.all_classes') }, ...optionsOf(counts?.registrationClasses, search.class)]}
              onChange={(event) => change({ class: event.target.value })}
            />
          </>
        )}
        {isNarrowed && (
          <Link to="." search={changeSearch(search, { q: undefined, year: undefined, class: undefined })} resetScroll={false}>
            {say('review.clear')}
          </Link>
        )}
        <Button kind="quiet" onClick={() => document.getElementById('after-table')?.focus()}>
          {say('review.skip')}
        </Button>
      </div>
    </>
  )
}

/** Markers that nobody bears are left away; statuses always show, so that a 0 is seen. */
function isWorthAChip(it: (typeof ROW_FILTERS)[number], current: string, count: number | undefined): boolean {
  return it === current || !['errors', 'left_out'].includes(it) || (count ?? 0) > 0
}

function optionsOf(of: readonly { readonly name: string }[] | undefined, chosen: string | undefined) {
  const names = of?.map((it) => it.name) ?? []
  return (chosen === undefined || names.includes(chosen) ? names : [chosen, ...names]).map((it) => ({ value: it, label: it }))
}

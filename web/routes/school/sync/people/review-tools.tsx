import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { FilterChips } from '../../../../kit/filter-chips.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch, isNarrowed, NARROWED_BY_NOTHING, ROW_FILTERS, readReviewSearch } from '../search.ts'
import { GroundTools } from './ground-tools.tsx'
import { ListMenu } from './list-menu.tsx'
import type { Kind } from './rows-query.ts'
import type { ReviewList } from './use-review-list.ts'

/** Where `/` puts the focus. */
export const SEARCH_ID = 'review-search'

/** Filters with their counts, search, year and class. All of it stands in the address. */
export function ReviewTools({ run, kind, review }: { readonly run: RunDetails; readonly kind: Kind; readonly review: ReviewList }) {
  const say = useSay()
  const { search, filter, counts, change } = review
  const onSearch = useCallback((q: string) => change({ q }), [change])
  const chips = ROW_FILTERS.filter((it) => isWorthAChip(it, filter, counts?.filters[it])).map((it) => ({
    value: it,
    label: say(`review.filter.${it}`),
    count: counts?.filters[it] ?? null,
  }))
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
            search={changeSearch(search, showOf(chip.value))}
            resetScroll={false}
            aria-current={isCurrent ? 'true' : undefined}
            activeProps={{}}
            // the same filter once more applies it again
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              change(showOf(chip.value))
            }}
          >
            {content}
          </Link>
        )}
        onChoose={(value) => change(showOf(value))}
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
        <GroundTools review={review} />
        {isNarrowed(search) && (
          <Link to="." search={changeSearch(search, NARROWED_BY_NOTHING)} resetScroll={false}>
            {say('review.clear')}
          </Link>
        )}
        <ListMenu run={run} kind={kind} review={review} />
        <Button kind="quiet" onClick={() => document.getElementById('after-table')?.focus()}>
          {say('kit.skip_table')}
        </Button>
      </div>
    </>
  )
}

/** Markers that nobody bears are left away; statuses always show, so that a 0 is seen. */
function isWorthAChip(it: (typeof ROW_FILTERS)[number], current: string, count: number | undefined): boolean {
  return it === current || !['worth_a_look', 'errors', 'left_out', 'ignored', 'doubtful_address'].includes(it) || (count ?? 0) > 0
}

function optionsOf(of: readonly { readonly name: string }[] | undefined, chosen: string | undefined) {
  const names = of?.map((it) => it.name) ?? []
  return (chosen === undefined || names.includes(chosen) ? names : [chosen, ...names]).map((it) => ({ value: it, label: it }))
}

/** Another filter begins with what is odd in it. */
function showOf(value: string) {
  return { show: readReviewSearch({ show: value }).show, expected: undefined }
}

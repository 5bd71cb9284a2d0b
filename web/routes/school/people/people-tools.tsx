import { useCallback } from 'react'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { useListAddress } from '../../../kit/list-address.tsx'
import { ListChips } from '../../../kit/list-chips.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'
import { type PeopleSearch, SYNC_FILTERS } from '../list-search.ts'
import type { PeopleKind } from './people-columns.tsx'

/** Filters, search and the number of people found. */
export function PeopleTools({
  kind,
  search,
  list,
}: {
  readonly kind: PeopleKind
  readonly search: PeopleSearch
  readonly list: RouteAnswer<'people.list'>
}) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const choice = (value: string): { readonly value: string; readonly label: string } => ({ value, label: value })
  return (
    <>
      <SyncChips search={search} counts={list.counts} />
      <div className="tools">
        <SearchField id="q" label={say(`people.search_${kind}`)} value={search.q ?? ''} onSearch={onSearch} />
        {kind !== 'teachers' && list.yearGroups.length > 0 && (
          <Select
            id="year"
            isTool
            label={say('field.yearGroup')}
            value={search.year ?? ''}
            options={[{ value: '', label: say('people.all_years') }, ...list.yearGroups.map(choice)]}
            onChange={(event) => change({ year: event.target.value })}
          />
        )}
        {kind === 'pupils' && list.registrationClasses.length > 0 && (
          <Select
            id="class"
            isTool
            label={say('field.registrationClass')}
            value={search.class ?? ''}
            options={[{ value: '', label: say('people.all_classes') }, ...list.registrationClasses.map(choice)]}
            onChange={(event) => change({ class: event.target.value })}
          />
        )}
      </div>
      <p className="muted" role="status">
        {say(`people.found_${kind}`, { count: list.total })}
      </p>
    </>
  )
}

function SyncChips({ search, counts }: { readonly search: PeopleSearch; readonly counts: Readonly<Record<string, number>> }) {
  const say = useSay()
  const synced = SYNC_FILTERS.map((it) => ({ value: it, label: say(`status.${it}`), count: counts[it] ?? null }))
  return (
    <ListChips
      name="sync"
      label={say('people.filter_sync')}
      chips={[{ value: 'all', label: say('people.all'), count: counts['all'] ?? null }, ...synced]}
      current={search.sync}
    />
  )
}

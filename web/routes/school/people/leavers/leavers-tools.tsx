import { useCallback } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { useListAddress } from '../../../../kit/list-address.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { LEAVER_REASONS, LEFT_WITHIN, type LeaversSearch } from './leavers-search.ts'

/** Search, filters and the number of leavers found. */
export function LeaversTools({ search, list }: { readonly search: LeaversSearch; readonly list: RouteAnswer<'leavers.list'> }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const countOf = (reason: string): number => list.counts[reason] ?? 0
  return (
    <>
      <div className="tools">
        <SearchField id="q" label={say('leavers.search')} value={search.q ?? ''} onSearch={onSearch} />
        <Select
          id="reason"
          isTool
          label={say('leavers.reason')}
          value={search.reason ?? ''}
          options={[
            { value: '', label: say('leavers.any_reason', { count: countOf('all') }) },
            ...LEAVER_REASONS.map((it) => ({ value: it, label: say(`leavers.choice.${it}`, { count: countOf(it) }) })),
          ]}
          onChange={(event) => change({ reason: event.target.value })}
        />
        <Select
          id="within"
          isTool
          label={say('leavers.since')}
          value={search.within ?? ''}
          options={[
            { value: '', label: say('leavers.any_time') },
            ...LEFT_WITHIN.map((it) => ({ value: it, label: say(`leavers.within.${it}`) })),
          ]}
          onChange={(event) => change({ within: event.target.value })}
        />
        {list.yearGroups.length > 0 && (
          <Select
            id="year"
            isTool
            label={say('field.yearGroup')}
            value={search.year ?? ''}
            options={[{ value: '', label: say('people.all_years') }, ...list.yearGroups.map((value) => ({ value, label: value }))]}
            onChange={(event) => change({ year: event.target.value })}
          />
        )}
      </div>
      <p className="muted" role="status">
        {say('leavers.found', { count: list.total })}
      </p>
    </>
  )
}

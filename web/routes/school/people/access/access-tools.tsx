import { useCallback } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { ListLink, useListAddress } from '../../../../kit/list-address.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { ACCESS_STATES, type AccessSearch } from './access-search.ts'

type List = RouteAnswer<'access.list'>

/** The four ways in which people stand to an application; *Limited* only where it is somebody's (S-31). */
export function AccessTabs({ search, list }: { readonly search: AccessSearch; readonly list: List }) {
  const say = useSay()
  const current = search.state ?? 'with'
  const shown = ACCESS_STATES.filter((it) => it !== 'limited' || it === current || (list.counts[it] ?? 0) > 0)
  return (
    <nav aria-label={say('access.states')}>
      <ul className="tabs">
        {shown.map((it) => (
          <li key={it}>
            <ListLink changes={{ state: it === 'with' ? undefined : it }} isCurrent={it === current}>
              {say('access.state_count', { state: say(`access.state.${it}`), count: list.counts[it] ?? 0 })}
            </ListLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Application, search, filters and the number of people found. */
export function AccessTools({ search, list }: { readonly search: AccessSearch; readonly list: List }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const choice = (value: string): { readonly value: string; readonly label: string } => ({ value, label: value })
  return (
    <>
      <div className="tools">
        {list.applications.length > 1 && (
          <Select
            id="application"
            isTool
            label={say('access.application')}
            value={list.application}
            options={list.applications.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => change({ application: event.target.value })}
          />
        )}
        <SearchField id="q" label={say('access.search')} value={search.q ?? ''} onSearch={onSearch} />
        <Select
          id="kind"
          isTool
          label={say('access.kind')}
          value={search.kind ?? ''}
          options={[
            { value: '', label: say('access.kind_all') },
            { value: 'pupil', label: say('access.kind.pupil') },
            { value: 'staff', label: say('access.kind.staff') },
          ]}
          onChange={(event) => change({ kind: event.target.value })}
        />
        {list.yearGroups.length > 0 && (
          <Select
            id="year"
            isTool
            label={say('field.yearGroup')}
            value={search.year ?? ''}
            options={[{ value: '', label: say('people.all_years') }, ...list.yearGroups.map(choice)]}
            onChange={(event) => change({ year: event.target.value })}
          />
        )}
        {list.registrationClasses.length > 0 && (
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
        {say('access.found', { count: list.total })}
      </p>
    </>
  )
}

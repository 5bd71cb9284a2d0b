import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ChangeDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListLink, ListPager, useListAddress } from '../../../kit/list-address.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'
import { type ChangesSearch, RECORD_KINDS } from '../list-search.ts'
import { FieldChanges } from './field-changes.tsx'

/** Every change that a run made, with search and a filter by kind of record. */
export function RunChanges({ run, search }: { readonly run: string; readonly search: ChangesSearch }) {
  const say = useSay()
  const { code: school } = useSchool()
  const changes = useQuery({
    ...apiQuery('runs.changes', { params: { school, run }, query: { q: search.q, recordKind: search.kind, page: search.page } }),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{say('history.every_change')}</h2>
      <ChangeTools search={search} />
      <Answer query={changes} loading={say('history.loading_changes')}>
        {(list) => (
          <>
            <p className="muted" role="status">
              {say('history.found_changes', { count: list.total })}
            </p>
            {list.total === 0 ? (
              <EmptyState title={say('history.no_change_matches')}>
                {(search.q !== undefined || search.kind !== undefined) && (
                  <p>
                    <ListLink changes={{ q: undefined, kind: undefined }}>{say('people.clear_filters')}</ListLink>
                  </p>
                )}
              </EmptyState>
            ) : (
              <ListTable
                caption={say('history.every_change')}
                columns={changeColumns(school, say)}
                rows={list.items}
                keyOf={(it) => it.key}
                isOld={changes.isPlaceholderData}
              />
            )}
            <ListPager list={list} />
          </>
        )}
      </Answer>
    </section>
  )
}

function ChangeTools({ search }: { readonly search: ChangesSearch }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const options = [
    { value: '', label: say('history.all_kinds') },
    ...RECORD_KINDS.map((it) => ({ value: it, label: say(`history.kind.${it}`) })),
  ]
  return (
    <div className="tools">
      <SearchField id="q" label={say('history.search')} value={search.q ?? ''} onSearch={onSearch} />
      <Select
        id="kind"
        isTool
        label={say('history.filter_kind')}
        value={search.kind ?? ''}
        options={options}
        onChange={(event) => change({ kind: event.target.value })}
      />
    </div>
  )
}

function changeColumns(school: string, say: Say): readonly Column<ChangeDetails>[] {
  return [
    {
      key: 'name',
      heading: say('people.name'),
      cell: (it) =>
        it.personId === null ? (
          it.name
        ) : (
          <Link to="/s/$school/people/$person" params={{ school, person: it.personId }}>
            {it.name}
          </Link>
        ),
    },
    {
      key: 'kind',
      heading: say('history.record'),
      cell: (it) => say.message('history.population', { code: it.population, params: {} }) ?? null,
    },
    {
      key: 'operation',
      heading: say('history.operation'),
      cell: (it) => say.message('person.operation', { code: it.operation, params: {} }) ?? it.operation,
    },
    {
      key: 'fields',
      heading: say('history.details'),
      cell: (it) => (it.fields.length === 0 ? null : <FieldChanges fields={it.fields} population={it.population} />),
    },
  ]
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterChips } from '../../../kit/filter-chips.tsx'
import { ListLink, ListPager, useListAddress, usePageTitle } from '../../../kit/list-address.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { type HistorySearch, RUN_FILTERS, readHistorySearch } from '../list-search.ts'
import { runColumns } from './run-columns.tsx'

/** Every run of the school, newest first. */
export function HistoryPage() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const search = readHistorySearch(useSearch({ strict: false }))
  const runs = useQuery({
    ...apiQuery('runs.list', { params: { school }, query: { page: search.page, state: search.show } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={say('shell.history')} tabTitle={usePageTitle(say('shell.history'), runs.data)}>
      <RunFilters search={search} />
      <Answer query={runs} loading={say('history.loading')}>
        {(list) =>
          list.total === 0 ? (
            <EmptyState title={say(search.show === undefined ? 'history.none' : 'history.none_match')} />
          ) : (
            <>
              <p className="muted" role="status">
                {say('history.found', { count: list.total })}
              </p>
              <ListTable
                caption={say('history.caption')}
                columns={runColumns({ school, timeZone, say })}
                rows={list.items}
                keyOf={(it) => it.id}
                isOld={runs.isPlaceholderData}
              />
              <ListPager list={list} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function RunFilters({ search }: { readonly search: HistorySearch }) {
  const say = useSay()
  const change = useListAddress()
  const chips = ['all', ...RUN_FILTERS].map((it) => ({
    value: it,
    label: say.message('history.show', { code: it, params: {} }) ?? it,
    count: null,
  }))
  const changesOf = (value: string): { readonly show: string | undefined } => ({ show: value === 'all' ? undefined : value })
  return (
    <FilterChips
      id="show"
      label={say('history.filter')}
      chips={chips}
      current={search.show ?? 'all'}
      onChoose={(value) => change(changesOf(value))}
      link={(chip, content, isCurrent) => (
        <ListLink changes={changesOf(chip.value)} isCurrent={isCurrent}>
          {content}
        </ListLink>
      )}
    />
  )
}

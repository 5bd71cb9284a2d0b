import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { csvOf } from '../../../kit/csv.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { ListPager, usePageTitle } from '../../../kit/list-address.tsx'
import { ListChips } from '../../../kit/list-chips.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useWholeList } from '../../../kit/use-whole-list.ts'
import { WholeListTools } from '../../../kit/whole-list-tools.tsx'
import { useSay } from '../../../words.tsx'
import { type HistorySearch, RUN_FILTERS, readHistorySearch } from '../list-search.ts'
import { runColumns, runTexts } from './run-columns.tsx'

/** Every run of the school, newest first. */
export function HistoryPage() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const search = readHistorySearch(useSearch({ strict: false }))
  const runs = useQuery({
    ...apiQuery('runs.list', { params: { school }, query: { page: search.page, state: search.show } }),
    placeholderData: keepPreviousData,
  })
  const whole = useWholeList((page) => call('runs.list', { params: { school }, query: { page, limit: 250, state: search.show } }))
  const columns = runColumns({ school, timeZone, say })
  const save = (): void =>
    whole.save(say('history.file_runs'), (rows) =>
      csvOf(
        columns.map((it) => it.heading),
        rows.map((it) => runTexts(it, { timeZone, say })),
      ),
    )
  return (
    <Page
      title={say('shell.history')}
      tabTitle={usePageTitle(say('shell.history'), runs.data)}
      actions={
        <>
          <LinkButton kind="secondary" to="/s/$school/history/uploads" params={{ school }}>
            {say('uploads.title')}
          </LinkButton>
          <LinkButton kind="secondary" to="/s/$school/history/compare" params={{ school }}>
            {say('history.compare')}
          </LinkButton>
        </>
      }
    >
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
              <WholeListTools list={whole} onSave={save}>
                {(rows) => <RunTable rows={rows} />}
              </WholeListTools>
              <RunTable rows={list.items} isOld={runs.isPlaceholderData} />
              <ListPager list={list} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function RunTable({ rows, isOld = false }: { readonly rows: readonly RunDetails[]; readonly isOld?: boolean }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  return (
    <ListTable
      caption={say('history.caption')}
      columns={runColumns({ school, timeZone, say })}
      rows={rows}
      keyOf={(it) => it.id}
      isOld={isOld}
    />
  )
}

function RunFilters({ search }: { readonly search: HistorySearch }) {
  const say = useSay()
  const chipOf = (value: string) => ({ value, label: say.message('history.show', { code: value, params: {} }) ?? value, count: null })
  return <ListChips name="show" label={say('history.filter')} chips={[chipOf('all'), ...RUN_FILTERS.map(chipOf)]} current={search.show} />
}

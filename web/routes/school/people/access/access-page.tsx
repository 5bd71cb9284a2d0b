import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ListLink, usePageTitle } from '../../../../kit/list-address.tsx'
import { Page } from '../../../../kit/page.tsx'
import { useSay } from '../../../../words.tsx'
import { PeopleTabs } from '../people-tabs.tsx'
import { AccessList } from './access-list.tsx'
import { AccessRequests } from './access-requests.tsx'
import { type AccessSearch, accessQuery, NO_ACCESS_FILTER, readAccessSearch } from './access-search.ts'
import { AccessTabs, AccessTools } from './access-tools.tsx'

/** Who may use which application (S-31). */
export function AccessPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readAccessSearch(useSearch({ strict: false }))
  const query = accessQuery(search)
  const list = useQuery({ ...apiQuery('access.list', { params: { school }, query }), placeholderData: keepPreviousData })
  return (
    <Page title={say('people.access')} tabTitle={usePageTitle(say('people.access'), list.data)} lead={say('access.lead')}>
      <PeopleTabs />
      <AccessRequests />
      <Answer query={list} loading={say('access.loading')}>
        {(it) => (
          <>
            <AccessTabs search={search} list={it} />
            <AccessTools search={search} list={it} />
            <AccessList search={search} list={it} isOld={list.isPlaceholderData} empty={<Nobody search={search} list={it} />} />
          </>
        )}
      </Answer>
    </Page>
  )
}

/** Why nobody stands here, and where somebody does. */
function Nobody({ search, list }: { readonly search: AccessSearch; readonly list: RouteAnswer<'access.list'> }) {
  const say = useSay()
  const state = search.state ?? 'with'
  if ([search.kind, search.q, search.year, search.class].some((it) => it !== undefined)) {
    return (
      <EmptyState title={say('people.none_match')}>
        <p>
          <ListLink changes={NO_ACCESS_FILTER}>{say('people.clear_filters')}</ListLink>
        </p>
      </EmptyState>
    )
  }
  const isWaiting = state === 'with' && (list.counts['without'] ?? 0) > 0
  return (
    <EmptyState title={say(`access.none.${state}`)} isGood={state !== 'with'}>
      {isWaiting && (
        <p>
          <ListLink changes={{ state: 'without' }}>{say('access.show_without')}</ListLink>
        </p>
      )}
    </EmptyState>
  )
}

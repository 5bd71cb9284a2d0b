import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Check, Checked } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListPager, usePageTitle } from '../../../kit/list-address.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { readMessagesSearch } from '../list-search.ts'

/** Whom one check found, and what to do about them. */
export function CheckPage() {
  const say = useSay()
  const { code: school } = useSchool()
  // an address that names no check is refused by the API, and shown as not found
  const check = (useParams({ strict: false }).check ?? '') as Check
  const { page } = readMessagesSearch(useSearch({ strict: false }))
  const found = useQuery({
    ...apiQuery('sanity.read', { params: { school }, query: { check, page } }),
    placeholderData: keepPreviousData,
  })
  const title = say.message('sanity.found', { code: check, params: { count: found.data?.total ?? 2 } }) ?? say('sanity.page_title')
  const shown = found.data === undefined ? say('sanity.page_title') : title
  return (
    <Page
      title={shown}
      tabTitle={usePageTitle(shown, found.data)}
      lead={say.message('sanity.cure', { code: check, params: {} })}
      kicker={
        <Link to="/s/$school/sanity-checks" params={{ school }}>
          {say('sanity.back')}
        </Link>
      }
    >
      <Answer query={found} loading={say('sanity.loading_found')}>
        {(list) =>
          list.total === 0 ? (
            <EmptyState isGood title={say.message('sanity.well', { code: check, params: {} }) ?? say('sanity.all_well')} />
          ) : (
            <>
              <ListTable
                caption={shown}
                columns={checkedColumns(school, say)}
                rows={list.items}
                keyOf={(it) => it.id}
                isOld={found.isPlaceholderData}
              />
              <ListPager list={list} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function checkedColumns(school: string, say: Say): readonly Column<Checked>[] {
  return [
    {
      key: 'name',
      heading: say('sanity.name'),
      cell: ({ id, kind, name }) =>
        kind === 'class' ? (
          <Link to="/s/$school/classes/$class" params={{ school, class: id }}>
            {name}
          </Link>
        ) : (
          <Link to="/s/$school/people/$person" params={{ school, person: id }}>
            {name || say('people.no_name')}
          </Link>
        ),
    },
    { key: 'kind', heading: say('sanity.kind'), cell: ({ kind }) => say(kind === 'class' ? 'sanity.class' : `people.kind.${kind}`) },
    { key: 'detail', heading: say('sanity.detail'), cell: (it) => it.detail },
  ]
}

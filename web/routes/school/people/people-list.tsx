import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { RouteAnswer, RouteQuery } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { ListPager, sortLink, usePageTitle } from '../../../kit/list-address.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { type PeopleSearch, readPeopleSearch } from '../list-search.ts'
import { AddPerson } from './add-person.tsx'
import { NobodyHere } from './nobody-here.tsx'
import { type PeopleKind, peopleColumns } from './people-columns.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { PeopleTools } from './people-tools.tsx'

/** All pupils that the school has. */
export function PupilsPage() {
  return <PeopleList kind="pupils" />
}

/** All staff that the school has, teaching or not (S-70). */
export function TeachersPage() {
  return <PeopleList kind="teachers" />
}

function queryOf(kind: PeopleKind, search: PeopleSearch): NonNullable<RouteQuery<'people.list'>> {
  const { q, year: yearGroup, class: registrationClass, sort, page, asOf } = search
  return { q, yearGroup, registrationClass, sort, page, asOf, kind: kind === 'pupils' ? 'pupil' : 'staff', sync: search.sync }
}

function PeopleList({ kind }: { readonly kind: PeopleKind }) {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readPeopleSearch(useSearch({ strict: false }))
  const people = useQuery({
    ...apiQuery('people.list', { params: { school }, query: queryOf(kind, search) }),
    placeholderData: keepPreviousData,
  })
  const title = say(`people.${kind}`)
  return (
    <Page
      title={title}
      tabTitle={usePageTitle(title, people.data)}
      actions={people.data !== undefined && search.asOf === undefined && <AddPerson kind={kind} choices={people.data} />}
    >
      <PeopleTabs />
      <AsOfBar />
      <Answer query={people} loading={say(`people.loading_${kind}`)}>
        {(list) => (
          <>
            <PeopleTools kind={kind} search={search} list={list} />
            <PeopleTable kind={kind} search={search} list={list} isOld={people.isPlaceholderData} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function PeopleTable({
  kind,
  search,
  list,
  isOld,
}: {
  readonly kind: PeopleKind
  readonly search: PeopleSearch
  readonly list: RouteAnswer<'people.list'>
  readonly isOld: boolean
}) {
  const say = useSay()
  const { code: school } = useSchool()
  if (list.total === 0) return <NobodyHere kind={kind} search={search} />
  return (
    <>
      <ListTable
        caption={say(`people.${kind}`)}
        columns={peopleColumns(kind, { school, asOf: search.asOf }, say)}
        rows={list.items}
        keyOf={(it) => it.id}
        sort={search.sort ?? 'name'}
        sortLink={sortLink}
        isOld={isOld}
      />
      <ListPager list={list} />
    </>
  )
}

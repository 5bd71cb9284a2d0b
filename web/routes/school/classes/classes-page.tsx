import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ListedClass, RouteAnswer, RouteQuery } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { ListLink, ListPager, sortLink, useListAddress, usePageTitle } from '../../../kit/list-address.tsx'
import { ListChips } from '../../../kit/list-chips.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { useSay } from '../../../words.tsx'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { CLASS_FILTERS, type ClassesSearch, readClassesSearch } from '../list-search.ts'
import { AddGroup } from './add-group.tsx'

function queryOf({ show, q, sort, page, asOf }: ClassesSearch): NonNullable<RouteQuery<'classes.list'>> {
  if (show === 'archived') return { q, sort, page, asOf, archived: 'only' }
  return { q, sort, page, asOf, kind: show }
}

/** Registration classes, subject classes and groups (S-101). */
export function ClassesPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readClassesSearch(useSearch({ strict: false }))
  const classes = useQuery({
    ...apiQuery('classes.list', { params: { school }, query: queryOf(search) }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={say('classes.title')}
      tabTitle={usePageTitle(say('classes.title'), classes.data)}
      actions={
        <>
          <AddGroup />
          <LinkButton kind="secondary" to="/s/$school/year-groups" params={{ school }}>
            {say('classes.year_groups')}
          </LinkButton>
        </>
      }
    >
      <AsOfBar />
      <Answer query={classes} loading={say('classes.loading')}>
        {(list) => (
          <>
            <ClassTools search={search} list={list} />
            {list.total === 0 ? (
              <NoClasses isFiltered={search.q !== undefined || search.show !== undefined} />
            ) : (
              <ListTable
                caption={say('classes.title')}
                columns={classColumns(school, search.asOf, say)}
                rows={list.items}
                keyOf={(it) => it.id}
                sort={search.sort ?? 'name'}
                sortLink={sortLink}
                isOld={classes.isPlaceholderData}
              />
            )}
            <ListPager list={list} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function NoClasses({ isFiltered }: { readonly isFiltered: boolean }) {
  const say = useSay()
  if (!isFiltered) {
    return (
      <EmptyState title={say('classes.none')}>
        <p>{say('classes.none_why')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={say('classes.none_match')}>
      <p>
        <ListLink changes={{ q: undefined, show: undefined }}>{say('people.clear_filters')}</ListLink>
      </p>
    </EmptyState>
  )
}

function ClassTools({ search, list }: { readonly search: ClassesSearch; readonly list: RouteAnswer<'classes.list'> }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const { counts } = list
  const shown = CLASS_FILTERS.map((it) => ({ value: it, label: say(`classes.show.${it}`), count: counts[it] ?? null }))
  return (
    <>
      <ListChips
        name="show"
        label={say('classes.filter')}
        chips={[{ value: 'all', label: say('people.all'), count: counts['all'] ?? null }, ...shown]}
        current={search.show}
      />
      <div className="tools">
        <SearchField id="q" label={say('classes.search')} value={search.q ?? ''} onSearch={onSearch} />
      </div>
      <p className="muted" role="status">
        {say('classes.found', { count: list.total })}
      </p>
    </>
  )
}

function classColumns(school: string, asOf: string | undefined, say: Say): readonly Column<ListedClass>[] {
  return [
    {
      key: 'name',
      heading: say('field.name'),
      sort: 'name',
      cell: (it) => (
        <Link to="/s/$school/classes/$class" params={{ school, class: it.id }} search={{ asOf }}>
          {it.name}
        </Link>
      ),
    },
    { key: 'kind', heading: say('field.kind'), sort: 'kind', cell: (it) => say(`value.kind.${it.kind}`) },
    { key: 'years', heading: say('field.yearGroups'), cell: (it) => it.yearGroups.join(', ') },
    { key: 'teachers', heading: say('classes.teachers'), cell: (it) => it.teachers.join(', ') || say('classes.no_teacher') },
    { key: 'pupils', heading: say('classes.pupils'), sort: 'pupils', isNumber: true, cell: (it) => say.number(it.pupils) },
    {
      key: 'standing',
      heading: say('people.sync'),
      cell: (it) => <Tag>{say(it.isArchived ? 'classes.archived' : it.isSynced ? 'classes.from_mis' : 'classes.ours')}</Tag>,
    },
  ]
}

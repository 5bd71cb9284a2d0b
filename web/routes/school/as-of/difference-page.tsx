import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { DifferenceOfRecord } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListLink, ListPager, usePageTitle } from '../../../kit/list-address.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { FieldChanges } from '../history/field-changes.tsx'
import { type DifferenceSearch, readDifferenceSearch } from './difference-search.ts'
import { DifferenceTools } from './difference-tools.tsx'
import { useToday } from './use-today.ts'

const DAY_MILLISECONDS = 24 * 3_600_000

/** What differs between the ends of two days: in the school, in one class, or of one person (N-03). */
export function DifferencePage() {
  const say = useSay()
  const { code: school } = useSchool()
  const today = useToday()
  const search = readDifferenceSearch(useSearch({ strict: false }))
  const days = { from: search.from ?? daysBefore(today, 30), to: search.to ?? today }
  const { population, class: classId, person, page } = search
  const found = useQuery({
    ...apiQuery('directory.difference', { params: { school }, query: { ...days, population, class: classId, person, page } }),
    placeholderData: keepPreviousData,
  })
  const title = say('difference.title')
  return (
    <Page
      title={title}
      tabTitle={usePageTitle(title, found.data)}
      lead={say('difference.lead')}
      kicker={
        <Link to="/s/$school/history" params={{ school }}>
          {say('shell.history')}
        </Link>
      }
    >
      <DifferenceTools key={`${days.from} ${days.to}`} days={days} today={today} population={population} />
      <OnlyOne search={search} />
      <Answer query={found} loading={say('difference.loading')}>
        {(list) => (
          <>
            <p className="muted" role="status">
              {say('difference.found', { count: list.total })}
            </p>
            {list.total === 0 ? (
              <EmptyState title={say('difference.none')} />
            ) : (
              <ListTable
                caption={title}
                columns={differenceColumns(school, say)}
                rows={list.items}
                keyOf={(it) => it.key}
                isOld={found.isPlaceholderData}
              />
            )}
            <ListPager list={list} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function OnlyOne({ search }: { readonly search: DifferenceSearch }) {
  const say = useSay()
  if (search.class === undefined && search.person === undefined) return null
  return (
    <p>
      {say(search.person === undefined ? 'difference.one_class' : 'difference.one_person')}{' '}
      <ListLink changes={{ class: undefined, person: undefined }}>{say('difference.all')}</ListLink>
    </p>
  )
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

function differenceColumns(school: string, say: Say): readonly Column<DifferenceOfRecord>[] {
  return [
    { key: 'name', heading: say('difference.name'), cell: (it) => <NameOf record={it} school={school} /> },
    { key: 'kind', heading: say('history.record'), cell: (it) => say(`history.population.${it.population}`) },
    { key: 'what', heading: say('difference.what'), cell: (it) => say(`difference.what.${it.what}`) },
    {
      key: 'fields',
      heading: say('difference.fields'),
      cell: (it) => (it.fields.length === 0 ? null : <FieldChanges fields={it.fields} population={it.population} />),
    },
  ]
}

function NameOf({ record: { id, recordKind, name }, school }: { readonly record: DifferenceOfRecord; readonly school: string }) {
  const say = useSay()
  const shown = name === '' ? say('people.no_name') : name
  if (id === null) return shown
  return recordKind === 'person' ? (
    <Link to="/s/$school/people/$person" params={{ school, person: id }}>
      {shown}
    </Link>
  ) : (
    <Link to="/s/$school/classes/$class" params={{ school, class: id }}>
      {shown}
    </Link>
  )
}

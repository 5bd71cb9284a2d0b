import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ListedYearGroup, RouteAnswer } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'

type YearGroups = RouteAnswer<'yearGroups.list'>

/** The year groups of the school, and what the last sync took those of the MIS for (UX B2). */
export function YearGroupsPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const found = useQuery(apiQuery('yearGroups.list', { params: { school } }))
  return (
    <Page
      title={say('year_groups.title')}
      lead={say('year_groups.lead')}
      kicker={
        <Link to="/s/$school/classes" params={{ school }}>
          {say('shell.classes')}
        </Link>
      }
    >
      <Answer query={found} loading={say('year_groups.loading')}>
        {(it) => <YearGroupsOf found={it} />}
      </Answer>
    </Page>
  )
}

function YearGroupsOf({ found }: { readonly found: YearGroups }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const mayDecide = useMay('run.decide')
  if (found.items.length === 0) {
    return (
      <EmptyState title={say('year_groups.none')}>
        <p>{say('year_groups.none_why')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <ListTable
        caption={say('year_groups.title')}
        columns={yearColumns({ school, timeZone }, say)}
        rows={found.items}
        keyOf={(it) => it.code}
      />
      {found.lastSync !== null && <p className="muted">{say('year_groups.as_of', { at: say.instant(found.lastSync, timeZone) })}</p>}
      <Without count={found.withoutYearGroup} />
      <NotSynced spellings={found.notSynced} />
      {mayDecide && (
        <p>
          {say('year_groups.change')}{' '}
          <Link to="/s/$school/sync" params={{ school }}>
            {say('year_groups.to_sync')}
          </Link>
        </p>
      )}
    </>
  )
}

function yearColumns(
  { school, timeZone }: { readonly school: string; readonly timeZone: string },
  say: Say,
): readonly Column<ListedYearGroup>[] {
  return [
    { key: 'name', heading: say('year_groups.name'), cell: (it) => it.name },
    {
      key: 'pupils',
      heading: say('year_groups.pupils'),
      isNumber: true,
      cell: (it) => (
        <Link
          to="/s/$school/people/pupils"
          params={{ school }}
          search={{ year: it.name }}
          aria-label={say('year_groups.pupils_of', { name: it.name, count: it.pupils })}
        >
          {say.number(it.pupils)}
        </Link>
      ),
    },
    { key: 'classes', heading: say('year_groups.classes'), isNumber: true, cell: (it) => say.number(it.classes) },
    {
      key: 'spelled',
      heading: say('year_groups.spelled'),
      cell: (it) => (it.spellings.length === 0 ? say('year_groups.none_spelled') : <Spellings of={it} timeZone={timeZone} say={say} />),
    },
  ]
}

function Spellings({ of, timeZone, say }: { readonly of: ListedYearGroup; readonly timeZone: string; readonly say: Say }) {
  return of.spellings.map(({ raw, pupils, said }) => (
    <div key={raw}>
      {say('year_groups.spelling', { raw, count: pupils })}
      {said !== null && <span className="cell-more">{say('year_groups.said', { by: said.by, at: say.instant(said.at, timeZone) })}</span>}
    </div>
  ))
}

function Without({ count }: { readonly count: number }) {
  const say = useSay()
  const { code: school } = useSchool()
  if (count === 0) return null
  return (
    <p>
      {say('year_groups.without', { count })}{' '}
      <Link to="/s/$school/sanity-checks/$check" params={{ school, check: 'pupil_without_year' }}>
        {say('year_groups.without_who')}
      </Link>
    </p>
  )
}

function NotSynced({ spellings }: { readonly spellings: YearGroups['notSynced'] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (spellings.length === 0) return null
  return (
    <section aria-labelledby="not-synced">
      <h2 id="not-synced">{say('year_groups.not_synced')}</h2>
      <p>{say('year_groups.not_synced_why')}</p>
      <ul className="lines">
        {spellings.map(({ spelling, said }) => (
          <li key={spelling}>
            {spelling}
            {said !== null && <span className="muted">{say('year_groups.said', { by: said.by, at: say.instant(said.at, timeZone) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

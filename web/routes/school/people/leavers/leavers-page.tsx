import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Leaver, RouteAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { csvOf } from '../../../../kit/csv.ts'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ListLink, ListPager, sortLink, usePageTitle } from '../../../../kit/list-address.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { Page } from '../../../../kit/page.tsx'
import { useWholeList } from '../../../../kit/use-whole-list.ts'
import { WholeListTools } from '../../../../kit/whole-list-tools.tsx'
import { useSay } from '../../../../words.tsx'
import { AsOfBar } from '../../as-of/as-of-bar.tsx'
import { useToday } from '../../as-of/use-today.ts'
import { useTicks } from '../../sync/people/use-ticks.ts'
import { DeletedResult, DeletePeople } from '../deleted/delete-people.tsx'
import { SelectedBar } from '../deleted/selected-bar.tsx'
import { PeopleTabs } from '../people-tabs.tsx'
import { CameBack } from './came-back.tsx'
import { KeepLeaver } from './keep-leaver.tsx'
import { leaverColumns, leaverHeadings, leaverTexts } from './leaver-columns.tsx'
import { type LeaversSearch, leaversQuery, NO_LEAVER_FILTER, readLeaversSearch } from './leavers-search.ts'
import { LeaversTools } from './leavers-tools.tsx'

/** Who has left: kept, and out of lists and classes (UX C13). */
export function LeaversPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readLeaversSearch(useSearch({ strict: false }))
  const query = leaversQuery(search, useToday())
  const leavers = useQuery({ ...apiQuery('leavers.list', { params: { school }, query }), placeholderData: keepPreviousData })
  return (
    <Page title={say('people.leavers')} tabTitle={usePageTitle(say('people.leavers'), leavers.data)} lead={say('leavers.lead')}>
      <PeopleTabs />
      <AsOfBar />
      <Answer query={leavers} loading={say('leavers.loading')}>
        {(list) => <LeaversOf search={search} query={query} list={list} isOld={leavers.isPlaceholderData} />}
      </Answer>
    </Page>
  )
}

interface Shown {
  readonly search: LeaversSearch
  readonly query: ReturnType<typeof leaversQuery>
  readonly list: RouteAnswer<'leavers.list'>
  /** The rows are those of an earlier filter, while the new ones are read. */
  readonly isOld: boolean
}

function LeaversOf({ search, query, list, isOld }: Shown) {
  const say = useSay()
  const { code: school } = useSchool()
  const isNow = search.asOf === undefined
  const mayKeep = useMay('school.configure') && isNow
  const mayMatch = useMay('run.decide') && isNow
  const [keeping, setKeeping] = useState<Leaver | null>(null)
  const [kept, setKept] = useState<Leaver | null>(null)
  const whole = useWholeList((page) => call('leavers.list', { params: { school }, query: { ...query, page, limit: 250 } }))
  const save = (): void =>
    whole.save(say('leavers.file'), (rows) =>
      csvOf(
        leaverHeadings(say),
        rows.map((it) => leaverTexts(it, say)),
      ),
    )
  const mayDelete = useMay('people.delete') && isNow
  const ids = list.items.map((it) => it.id)
  const { page: _page, ...filters } = search
  const ticks = useTicks(ids, JSON.stringify(filters))
  const [place, goTo] = useState(0)
  const [deleting, setDeleting] = useState<readonly string[] | null>(null)
  const [deleted, setDeleted] = useState<RouteAnswer<'deletions.ask'> | null>(null)
  const column = mayDelete ? { ticks, ids, at: place, goTo } : null
  const at = { school, asOf: search.asOf, mayKeep, mayMatch, ticks: column, onKeep: setKeeping }
  const table = (rows: readonly Leaver[], may: typeof at) => (
    <ListTable
      caption={say('people.leavers')}
      columns={leaverColumns(may, say)}
      rows={rows}
      keyOf={(it) => it.id}
      sort={search.sort ?? '-left'}
      sortLink={sortLink}
      isOld={isOld}
    />
  )
  return (
    <>
      <LeaversTools search={search} list={list} />
      {kept !== null && <Kept key={kept.id} name={kept.name} />}
      {deleted !== null && <DeletedResult done={deleted} />}
      {mayMatch && search.reason !== 'back' && <CameBack list={list} />}
      {list.total === 0 ? (
        <NoLeavers search={search} />
      ) : (
        <>
          <WholeListTools list={whole} onSave={save}>
            {(rows) => table(rows, { ...at, mayKeep: false, mayMatch: false, ticks: null })}
          </WholeListTools>
          {mayDelete && <SelectedBar ticks={ticks} act={say('deletions.delete')} onAct={() => setDeleting([...ticks.ticked])} />}
          {table(list.items, at)}
          <ListPager list={list} />
        </>
      )}
      {deleting !== null && (
        <DeletePeople
          people={deleting}
          onClose={(done) => {
            setDeleting(null)
            if (done === null) return
            ticks.clear()
            setDeleted(done)
          }}
        />
      )}
      {keeping !== null && (
        <KeepLeaver
          leaver={keeping}
          onClose={(isDone) => {
            setKeeping(null)
            setKept(isDone ? keeping : null)
          }}
        />
      )}
    </>
  )
}

/** Says who was kept, and has the focus: the row that had it is gone. */
function Kept({ name }: { readonly name: string }) {
  const say = useSay()
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => text.current?.focus(), [])
  return (
    <p ref={text} tabIndex={-1}>
      {say('leavers.kept', { name })}
    </p>
  )
}

function NoLeavers({ search }: { readonly search: LeaversSearch }) {
  const say = useSay()
  const isFiltered = [search.q, search.year, search.within, search.reason].some((it) => it !== undefined)
  if (!isFiltered) return <EmptyState isGood title={say('leavers.none')} />
  return (
    <EmptyState title={say('people.none_match')}>
      <p>
        <ListLink changes={NO_LEAVER_FILTER}>{say('people.clear_filters')}</ListLink>
      </p>
    </EmptyState>
  )
}

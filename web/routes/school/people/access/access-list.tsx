import { type ReactNode, useState } from 'react'
import type { PersonAccess, RouteAnswer } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { csvOf } from '../../../../kit/csv.ts'
import { ListPager, sortLink } from '../../../../kit/list-address.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useWholeList } from '../../../../kit/use-whole-list.ts'
import { WholeListTools } from '../../../../kit/whole-list-tools.tsx'
import { useSay } from '../../../../words.tsx'
import { useTicks } from '../../sync/people/use-ticks.ts'
import { AccessBar } from './access-bar.tsx'
import { accessColumns, accessHeadings, accessTexts } from './access-columns.tsx'
import { AccessResult } from './access-result.tsx'
import { type AccessSearch, accessQuery } from './access-search.ts'
import { StopAccess } from './stop-access.tsx'
import { useChangeAccess } from './use-change-access.ts'

interface ListProps {
  readonly search: AccessSearch
  readonly list: RouteAnswer<'access.list'>
  /** The rows are those of an earlier filter, while the new ones are read. */
  readonly isOld: boolean
  /** Shown where nobody stands in the list. */
  readonly empty: ReactNode
}

/** The people of one tab, what can be done with them, and what was done last. */
export function AccessList({ search, list, isOld, empty }: ListProps) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const state = search.state ?? 'with'
  const mayChange = useMay('access.change') && state !== 'pending_deletion'
  const { page: _page, ...filters } = search
  const ids = list.items.map((it) => it.id)
  const ticks = useTicks(ids, JSON.stringify(filters))
  const [at, goTo] = useState(0)
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const { change, last, undo } = useChangeAccess(ticks.clear)
  const whole = useWholeList((page) => call('access.list', { params: { school }, query: { ...accessQuery(search), page, limit: 250 } }))
  const act = (people: readonly string[]): void => {
    if (state === 'without') change.mutate({ application: list.application, people: [...people], to: 'with' })
    else setAsked(people)
  }
  const table = (rows: readonly PersonAccess[], mayTick: boolean) => (
    <ListTable
      caption={say('people.access')}
      columns={accessColumns({ school, timeZone, ticks: mayTick ? { ticks, ids, at, goTo } : null, onChange: (it) => act([it.id]) }, say)}
      rows={rows}
      keyOf={(it) => it.id}
      sort={search.sort ?? 'name'}
      sortLink={sortLink}
      isOld={isOld}
    />
  )
  const headings = (): readonly string[] => accessHeadings(say)
  const save = (): void =>
    whole.save(say('access.file'), (rows) =>
      csvOf(
        headings(),
        rows.map((it) => accessTexts(it, say)),
      ),
    )
  const bar = {
    ...{ selected: ticks.ticked.size, total: list.total, isWithout: state === 'without', isBusy: change.isPending || whole.isReading },
    onSelectAll: () => void whole.read().then((rows) => ticks.choose(rows.map((it) => it.id))),
    onDeselect: ticks.clear,
    onAct: () => act([...ticks.ticked]),
  }
  return (
    <>
      {last !== null && <AccessResult last={last} isBusy={change.isPending} onUndo={undo} />}
      {change.isError && <ProblemView error={change.error} />}
      {(state === 'limited' || state === 'pending_deletion') && <p>{say(`access.about.${state}`)}</p>}
      {list.total === 0 ? (
        empty
      ) : (
        <>
          <WholeListTools list={whole} onSave={save}>
            {(rows) => table(rows, false)}
          </WholeListTools>
          {mayChange && <AccessBar {...bar} />}
          {table(list.items, mayChange)}
          <ListPager list={list} />
        </>
      )}
      {asked !== null && (
        <StopAccess
          count={asked.length}
          kind={kindOf(asked, list.items) ?? search.kind}
          application={list.applications.length > 1 ? (list.applications.find((it) => it.id === list.application)?.name ?? null) : null}
          onStop={() => {
            setAsked(null)
            change.mutate({ application: list.application, people: [...asked], to: 'without' })
          }}
          onKeep={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** What all of these people are, where all of them are on the page; undefined: different, or not known. */
function kindOf(people: readonly string[], items: readonly PersonAccess[]): PersonAccess['kind'] | undefined {
  const shown = items.filter((it) => people.includes(it.id))
  const [first] = shown
  return shown.length === people.length && shown.every((it) => it.kind === first?.kind) ? first?.kind : undefined
}

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DeletedPerson, RouteAnswer } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { csvOf } from '../../../../kit/csv.ts'
import { ListPager, sortLink } from '../../../../kit/list-address.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { useWholeList } from '../../../../kit/use-whole-list.ts'
import { WholeListTools } from '../../../../kit/whole-list-tools.tsx'
import { useSay } from '../../../../words.tsx'
import { useTicks } from '../../sync/people/use-ticks.ts'
import { deletedColumns, deletedHeadings, deletedTexts } from './deleted-columns.tsx'
import type { DeletedSearch } from './deleted-search.ts'
import { ErasePerson } from './erase-person.tsx'
import { RestorePeople } from './restore-people.tsx'
import { SelectedBar } from './selected-bar.tsx'

interface ListProps {
  readonly search: DeletedSearch
  readonly list: RouteAnswer<'deletions.list'>
  /** The rows are those of an earlier filter, while the new ones are read. */
  readonly isOld: boolean
  /** Shown where nobody stands in the list. */
  readonly empty: ReactNode
}

/** Who is deleted, with the ways back and out. */
export function DeletedList({ search, list, isOld, empty }: ListProps) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const mayChange = useMay('people.delete')
  const { page: _page, ...filters } = search
  const ids = list.items.map((it) => it.id)
  const ticks = useTicks(ids, JSON.stringify(filters))
  const [at, goTo] = useState(0)
  const [restoring, setRestoring] = useState<readonly string[] | null>(null)
  const [erasing, setErasing] = useState<DeletedPerson | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const whole = useWholeList((page) => call('deletions.list', { params: { school }, query: { ...search, page, limit: 250 } }))
  const table = (rows: readonly DeletedPerson[], mayTick: boolean) => (
    <ListTable
      caption={say('people.deleted')}
      columns={deletedColumns(
        {
          school,
          timeZone,
          ticks: mayTick ? { ticks, ids, at, goTo } : null,
          onRestore: (it) => setRestoring([it.id]),
          onErase: setErasing,
        },
        say,
      )}
      rows={rows}
      keyOf={(it) => it.id}
      sort={search.sort ?? '-deleted'}
      sortLink={sortLink}
      isOld={isOld}
    />
  )
  const save = (): void =>
    whole.save(say('deletions.file'), (rows) =>
      csvOf(
        deletedHeadings(say),
        rows.map((it) => deletedTexts(it, say)),
      ),
    )
  return (
    <>
      {said !== null && <Said key={said} text={said} />}
      {list.total === 0 ? (
        empty
      ) : (
        <>
          <WholeListTools list={whole} onSave={save}>
            {(rows) => table(rows, false)}
          </WholeListTools>
          {mayChange && <SelectedBar ticks={ticks} act={say('deletions.restore')} onAct={() => setRestoring([...ticks.ticked])} />}
          {table(list.items, mayChange)}
          <ListPager list={list} />
        </>
      )}
      {restoring !== null && (
        <RestorePeople
          people={restoring}
          onClose={(count) => {
            setRestoring(null)
            if (count === null) return
            ticks.clear()
            setSaid(say('deletions.restored', { count }))
          }}
        />
      )}
      {erasing !== null && (
        <ErasePerson
          person={erasing}
          onClose={(isDone) => {
            setErasing(null)
            if (isDone) setSaid(say('deletions.erased'))
          }}
        />
      )}
    </>
  )
}

/** Says what was done, and has the focus: the row that had it is gone. */
function Said({ text }: { readonly text: string }) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <p ref={said} tabIndex={-1}>
      {text}
    </p>
  )
}

import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { ButtonPager } from '../../../kit/button-pager.tsx'
import { CountTile, CountTiles } from '../../../kit/count-tile.tsx'
import { Diff } from '../../../kit/diff.tsx'
import { FilterChips } from '../../../kit/filter-chips.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { StatusTag, type TagStatus } from '../../../kit/status-tag.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { useSay } from '../../../words.tsx'

const PEOPLE: readonly {
  readonly name: string
  readonly status: TagStatus
  readonly before: string | null
  readonly after: string | null
}[] = [
  { name: 'Katherine Ng', status: 'may_match', before: '5 Maple', after: '6 Oak' },
  { name: 'Ayaan Rahman', status: 'new', before: null, after: 'R Willow' },
  { name: 'Joel Fisher', status: 'desynced', before: '6 Oak', after: null },
  { name: 'Priya Patel', status: 'synced', before: null, after: null },
  { name: 'Sam Taylor', status: 'matched', before: null, after: null },
  { name: 'Wren Ashdown', status: 'not_matched', before: null, after: null },
  { name: 'Zoë García', status: 'error', before: null, after: null },
]

export function KitLists() {
  const say = useSay()
  const [filter, setFilter] = useState('all')
  const [page, setPage] = useState(1)
  const columns: readonly Column<(typeof PEOPLE)[number]>[] = [
    { key: 'name', heading: say('kit_page.person'), cell: (it) => it.name },
    { key: 'status', heading: say('kit_page.status'), cell: (it) => <StatusTag status={it.status} /> },
    { key: 'changes', heading: say('kit_page.changes'), cell: (it) => <Diff before={it.before} after={it.after} /> },
  ]
  return (
    <>
      <FilterChips
        id="kit-show"
        label={say('kit_page.show')}
        chips={[
          { value: 'all', label: say('kit_page.all'), count: 7 },
          { value: 'new', label: say('kit_page.new'), count: 1 },
        ]}
        current={filter}
        link={(chip, content, isCurrent) => (
          <Button kind="quiet" aria-current={isCurrent ? 'true' : undefined} onClick={() => setFilter(chip.value)}>
            {content}
          </Button>
        )}
        onChoose={setFilter}
      />
      <ListTable caption={say('kit_page.people')} columns={columns} rows={PEOPLE} keyOf={(it) => it.name} />
      <ButtonPager page={page} pages={3} total={21} pageSize={7} onPage={setPage} />
      <CountTiles>
        <CountTile label={say('kit_page.count')} count={1_129} note={say('kit_page.done')} />
      </CountTiles>
      <SummaryList
        rows={[
          { key: 'name', name: say('kit_page.name'), value: 'Hillview Primary', action: <Tag>{say('kit_page.new')}</Tag> },
          { key: 'count', name: say('kit_page.count'), value: say.number(1_129) },
        ]}
      />
    </>
  )
}

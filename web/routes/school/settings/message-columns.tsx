import type { HeldMessage } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { type Ticks, tick } from '../../../api/ticks.ts'
import type { Column } from '../../../kit/list-table.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { messageName } from './message-name.ts'

interface Around {
  readonly say: Say
  readonly timeZone: string
  readonly ticks: Ticks
  /** The messages of the page that can be ticked, in their order. */
  readonly held: readonly string[]
  /** Absent: nothing can be ticked. */
  readonly onTick: ((ticks: Ticks) => void) | undefined
}

/** The columns of the messages that wait. Shift-click ticks a range. */
export function messageColumns({ say, timeZone, ticks, held, onTick }: Around): readonly Column<HeldMessage>[] {
  const columns: Column<HeldMessage>[] = [
    { key: 'name', heading: say('messages.for'), isRowHeader: true, cell: (it) => <NameAndAddress message={it} say={say} /> },
    { key: 'kind', heading: say('messages.what'), cell: (it) => say.message('messages.kind', { code: it.kind, params: {} }) ?? it.kind },
    { key: 'since', heading: say('messages.since'), cell: (it) => say.instant(it.createdAt, timeZone) },
    {
      key: 'state',
      heading: say('messages.state'),
      cell: (it) => (
        <>
          <Tag>{say(`messages.state.${it.state}`)}</Tag>
          {it.state === 'held' && <span className="cell-more">{say.message('messages.why', { code: it.why, params: {} })}</span>}
        </>
      ),
    },
  ]
  if (onTick === undefined) return columns
  return [
    {
      key: 'tick',
      heading: say('messages.select'),
      cell: (it) =>
        it.state === 'held' ? (
          <input
            type="checkbox"
            aria-label={say('messages.select_one', { name: messageName(say, it) })}
            checked={ticks.ids.has(it.id)}
            onChange={(event) => {
              const { nativeEvent } = event
              const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
              onTick(tick(ticks, it.id, { rows: held, isRange }))
            }}
          />
        ) : null,
    },
    ...columns,
  ]
}

function NameAndAddress({ message, say }: { readonly message: HeldMessage; readonly say: Say }) {
  return (
    <>
      {messageName(say, message)}
      <span className="cell-more">{message.to}</span>
    </>
  )
}

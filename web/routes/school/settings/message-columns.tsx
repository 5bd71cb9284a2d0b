import type { HeldMessage } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { type Ticks, tick } from '../../../api/ticks.ts'
import { Button } from '../../../kit/button.tsx'
import type { Column } from '../../../kit/list-table.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { messageName } from './message-name.ts'

interface Around {
  readonly say: Say
  readonly timeZone: string
  readonly ticks: Ticks
  /** The messages of the page that can be ticked, in their order. */
  readonly waiting: readonly string[]
  /** Absent: nothing can be ticked. */
  readonly onTick: ((ticks: Ticks) => void) | undefined
  onPreview(message: HeldMessage): void
  /** Absent: nothing can be sent. */
  readonly onAgain: ((message: HeldMessage) => void) | undefined
}

const ENDED: ReadonlySet<HeldMessage['state']> = new Set(['sent', 'bounced', 'failed'])

/** The columns of the outbox. Shift-click ticks a range. */
export function messageColumns(around: Around): readonly Column<HeldMessage>[] {
  const { say, timeZone, onTick, onPreview, onAgain } = around
  const columns: Column<HeldMessage>[] = [
    { key: 'name', heading: say('messages.for'), isRowHeader: true, cell: (it) => <NameAndAddress message={it} say={say} /> },
    { key: 'kind', heading: say('messages.what'), cell: (it) => say.message('messages.kind', { code: it.kind, params: {} }) ?? it.kind },
    { key: 'since', heading: say('messages.since'), cell: (it) => say.instant(it.createdAt, timeZone) },
    { key: 'state', heading: say('messages.state'), cell: (it) => <State message={it} say={say} timeZone={timeZone} /> },
    {
      key: 'act',
      heading: say('messages.act'),
      cell: (it) => (
        <div className="buttons">
          {it.kind !== 'pupil_email_verification' && (
            <Button kind="quiet" onClick={() => onPreview(it)}>
              {say('messages.preview')}
              <VisuallyHidden> {it.to}</VisuallyHidden>
            </Button>
          )}
          {onAgain !== undefined && ENDED.has(it.state) && (
            <Button kind="quiet" onClick={() => onAgain(it)}>
              {say('messages.again')}
              <VisuallyHidden> {it.to}</VisuallyHidden>
            </Button>
          )}
        </div>
      ),
    },
  ]
  return onTick === undefined ? columns : [tickColumn({ ...around, onTick }), ...columns]
}

function tickColumn({ say, ticks, waiting, onTick }: Around & { onTick(ticks: Ticks): void }): Column<HeldMessage> {
  return {
    key: 'tick',
    heading: say('messages.select'),
    cell: (it) =>
      waiting.includes(it.id) ? (
        <input
          type="checkbox"
          aria-label={say('messages.select_one', { name: messageName(say, it) })}
          checked={ticks.ids.has(it.id)}
          onChange={(event) => {
            const { nativeEvent } = event
            const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
            onTick(tick(ticks, it.id, { rows: waiting, isRange }))
          }}
        />
      ) : null,
  }
}

function State({ message, say, timeZone }: { readonly message: HeldMessage; readonly say: Say; readonly timeZone: string }) {
  const { state, why, notBefore, endedAt, replyCode } = message
  return (
    <>
      <Tag>{say(`messages.state.${state}`)}</Tag>
      {why !== null && state !== 'dropped' && <span className="cell-more">{say.message('messages.why', { code: why, params: {} })}</span>}
      {replyCode !== null && <span className="cell-more">{say('messages.answered', { code: String(replyCode) })}</span>}
      {notBefore !== null && <span className="cell-more">{say('messages.not_before', { at: say.instant(notBefore, timeZone) })}</span>}
      {endedAt !== null && <span className="cell-more">{say('messages.ended', { at: say.instant(endedAt, timeZone) })}</span>}
    </>
  )
}

function NameAndAddress({ message, say }: { readonly message: HeldMessage; readonly say: Say }) {
  return (
    <>
      {messageName(say, message)}
      {message.kind !== 'team_invitation' && <span className="cell-more">{message.to}</span>}
    </>
  )
}

import { Fragment, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import type { PaintedRow } from './paint.ts'
import { ReviewHead, type ReviewHeadProps } from './review-head.tsx'
import { ReviewRow } from './review-row.tsx'
import { RowDetails } from './row-details.tsx'
import { type Command, commandOf } from './table-keys.ts'

/** What a person did to a row. */
export type RowCommand = Exclude<Command, { kind: 'go' } | { kind: 'details' }> | { readonly kind: 'retry' }

/** Lets the page put the focus on a row after a decision. */
export interface TableFocus {
  row(place: number): void
}

export interface ReviewTableProps extends Omit<ReviewHeadProps, 'hasEmails'> {
  readonly run: RunDetails
  readonly rows: readonly PaintedRow[]
  readonly ticked: ReadonlySet<string>
  readonly hasEmails: boolean
  readonly areLettersOn: boolean
  /** The rows are those of an earlier filter. */
  readonly isOld: boolean
  readonly caption: string
  readonly focus: RefObject<TableFocus | null>
  onCommand(command: RowCommand, place: number): void
  /** Ticks from the row ticked last to this one. */
  onRange(place: number): void
}

/**
 * The review as a native table. One row's controls are in the order of the Tab key; arrows move between rows (UX E1). Keys and
 * clicks are heard by the body, so that a row costs no listeners.
 */
export function ReviewTable({
  run,
  rows,
  ticked,
  hasEmails,
  areLettersOn,
  isOld,
  caption,
  focus,
  onCommand,
  onRange,
  ...head
}: ReviewTableProps) {
  const say = useSay()
  const { timeZone } = useSchool()
  const body = useRef<HTMLTableSectionElement>(null)
  const [current, setCurrent] = useState(0)
  const [open, setOpen] = useState<string | null>(null)
  const at = Math.min(current, Math.max(0, rows.length - 1))
  const go = (place: number, control: string): void => {
    setCurrent(place)
    const row = body.current?.querySelector(`tr[data-place="${place}"]`)
    const same = row?.querySelector<HTMLElement>(`[name="${control}"]`) ?? row?.querySelector<HTMLElement>('[name="open"]')
    same?.focus()
  }
  useEffect(() => {
    focus.current = { row: (place) => go(place, 'open') }
  })
  const toggleDetails = (place: number): void => {
    const id = rows[place]?.row.id ?? null
    setOpen((now) => (now === id ? null : id))
  }
  const carryOut = (command: Command, place: number, control: string): void => {
    if (command.kind === 'go') {
      if (command.isRange) onRange(command.to)
      go(command.to, control)
    } else if (command.kind === 'details') toggleDetails(place)
    else if (command.kind === 'close' && open !== null) setOpen(null)
    else onCommand(command, place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const pressed = controlOf(event.target)
    if (pressed === null) return
    const { place, name } = pressed
    // a tick's own Space, and Enter on what is a button, do what they always do
    if ((event.key === ' ' && name !== 'open') || (event.key === 'Enter' && name === 'retry')) return
    const command = commandOf(event, { row: place, rows: rows.length, areLettersOn })
    if (command === null) return
    event.preventDefault()
    carryOut(command, place, name)
  }
  const onClick = (event: MouseEvent<HTMLTableSectionElement>): void => {
    const clicked = controlOf(event.target)
    if (clicked === null) return
    const { place, name } = clicked
    setCurrent(place)
    if (name === 'open') toggleDetails(place)
    else if (name === 'select' && event.shiftKey) onRange(place)
    else if (name === 'select') onCommand({ kind: 'tick' }, place)
    else if (name === 'import' || name === 'email' || name === 'retry') onCommand({ kind: name }, place)
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <table className={`list-table review-table${isOld ? ' is-old' : ''}`} role="table" aria-describedby="review-how">
      <caption className="visually-hidden">{caption}</caption>
      <ReviewHead {...head} hasEmails={hasEmails} />
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <tbody
        role="rowgroup"
        ref={body}
        onKeyDown={onKeyDown}
        // a browser clicks a button when Space is let go: here Space ticks the row
        onKeyUp={(event) => event.key === ' ' && controlOf(event.target)?.name === 'open' && event.preventDefault()}
        onClick={onClick}
        onFocus={(event) => {
          const focused = controlOf(event.target)
          if (focused !== null) setCurrent(focused.place)
        }}
      >
        {rows.map(({ row, isSettled, unsaved }, place) => (
          <Fragment key={row.id}>
            <ReviewRow
              row={row}
              place={place}
              say={say}
              timeZone={timeZone}
              isCurrent={place === at}
              isTicked={ticked.has(row.id)}
              isOpen={open === row.id}
              isSettled={isSettled}
              isUnsaved={unsaved !== null}
              hasEmails={hasEmails}
            />
            {open === row.id && (
              <RowDetails
                run={run}
                row={row}
                place={place}
                columns={hasEmails ? 7 : 6}
                onCommand={(command) => onCommand(command, place)}
              />
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** The control of a row that an event came from, and the row's place. */
function controlOf(target: EventTarget): { readonly place: number; readonly name: string } | null {
  if (!(target instanceof Element)) return null
  const control = target.closest('input, button')
  const place = control?.closest('tr')?.getAttribute('data-place')
  if (control == null || place == null) return null
  return { place: Number(place), name: control.getAttribute('name') ?? '' }
}

import { memo } from 'react'
import type { ReviewRowDetails, RowSide } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { StatusTag } from '../../../../kit/status-tag.tsx'
import { OptionalCells } from './optional-cells.tsx'
import { mayDo, nameOf } from './paint.ts'
import { RowChanges } from './row-changes.tsx'
import { RowMenu } from './row-menu.tsx'
import { sayRowReason } from './row-reason.ts'
import { sideLine } from './row-side.tsx'
import type { OptionalColumn } from './use-review-view.ts'
import type { TableFocusOptions } from './use-table-focus.ts'

/** One row of the review, as the table draws it. */
export interface ReviewRowProps {
  readonly row: ReviewRowDetails
  /** Its place in the page, from 0: keys and clicks find it by that. */
  readonly place: number
  readonly say: Say
  readonly timeZone: string
  /** The row whose controls the Tab key reaches. */
  readonly isCurrent: boolean
  readonly isTicked: boolean
  readonly isOpen: boolean
  readonly isSettled: boolean
  readonly isUnsaved: boolean
  readonly hasEmails: boolean
  readonly school: string
  readonly onCommand: TableFocusOptions['onCommand']
  readonly columns: readonly OptionalColumn[]
  readonly run: string
}

/** One row: native cells with their roles said, because on a phone they are cards (UX E3). Drawn again only when it changed. */
export const ReviewRow = memo(function ReviewRow(props: ReviewRowProps) {
  const { row, run, columns, place, say, isCurrent, isTicked, isSettled, hasEmails } = props
  const name = nameOf(row)
  const tabIndex = isCurrent ? 0 : -1
  const classes = [isCurrent ? 'is-current' : '', isSettled ? 'is-settled' : '', isTicked ? 'is-ticked' : ''].filter((it) => it !== '')
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <tr role="row" data-place={place} className={classes.length === 0 ? undefined : classes.join(' ')}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <td role="cell" className="select-cell">
        <input
          type="checkbox"
          name="select"
          checked={isTicked}
          readOnly
          tabIndex={tabIndex}
          aria-label={say('review.select_name', { name })}
        />
      </td>
      <Side {...props} side={row.here} at="here" />
      <Side {...props} side={row.there} at="there" />
      <OptionalCells {...{ row, run, columns, say, isCurrent }} />
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <td role="cell" data-label={say('review.changes')}>
        <RowChanges row={row} say={say} />
      </td>
      <StatusCell {...props} />
      <TickCell
        {...props}
        name="import"
        isShown={row.status === 'new' && row.error === null && row.setAside === null}
        isOn={row.willImport}
      />
      {hasEmails && <TickCell {...props} name="email" isShown={mayDo('sync_email', row)} isOn={row.syncEmail ?? false} />}
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <td role="cell" className="menu-cell">
        <RowMenu row={row} school={props.school} say={say} onCommand={(command) => props.onCommand(command, place)} />
      </td>
    </tr>
  )
})

/** One side of the pair. Where we hold nobody, the person of the MIS heads the row. */
function Side({
  row,
  say,
  side,
  at,
  isCurrent,
  isOpen,
  place,
}: ReviewRowProps & { readonly side: RowSide | null; readonly at: 'here' | 'there' }) {
  const label = say(`review.${at}`)
  const isHeader = at === (row.here === null ? 'there' : 'here')
  if (side === null)
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
      <td role="cell" data-label={label} className={`side-${at}`}>
        <span className="muted">{say(at === 'here' ? 'review.not_here' : 'review.not_there')}</span>
      </td>
    )
  const line = <span className="cell-more">{sideLine(say, side, row.kind)}</span>
  if (!isHeader)
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
      <td role="cell" data-label={label} className={`side-${at}`}>
        {side.name}
        {line}
      </td>
    )
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <th role="rowheader" scope="row" data-label={label} className={`side-${at}`}>
      <button
        type="button"
        name="open"
        className="row-name"
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `details-${place}` : undefined}
      >
        {side.name}
      </button>
      {line}
    </th>
  )
}

function StatusCell({ row, say, timeZone, isSettled, isUnsaved, isCurrent }: ReviewRowProps) {
  const { status, error, decided } = row
  const reason = row.reason === null || (decided !== null && row.reason.code === 'pass_decided') ? undefined : sayRowReason(say, row.reason)
  const likelihood = status === 'may_match' && row.likelihood !== null ? say(`review.likelihood.${row.likelihood}`) : undefined
  const under = [likelihood, reason].filter((it) => it !== undefined).join(' · ')
  const act = decided === null ? undefined : say.message('review.decided', { code: decided.act, params: {} })
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <td role="cell" data-label={say('review.status')}>
      <StatusTag status={status} />
      {error !== null && <StatusTag status="error" />}
      {under !== '' && <span className="cell-more">{under}</span>}
      {error !== null && <span className="cell-more">{error.title}</span>}
      {decided !== null && act !== undefined && (
        <span className="decided">
          {isSettled ? '✓ ' : ''}
          {say('review.decided_by', { what: act, name: decided.by, at: say.instant(decided.at, timeZone) })}
        </span>
      )}
      {isUnsaved && (
        <span className="unsaved">
          {say('review.unsaved')}{' '}
          <button type="button" name="retry" className="row-name" tabIndex={isCurrent ? 0 : -1}>
            {say('review.try_again')}
          </button>
        </span>
      )}
    </td>
  )
}

/** *Import?* or *Sync e-mail?*: a tick where there is something to choose. */
function TickCell({
  row,
  say,
  isCurrent,
  name,
  isShown,
  isOn,
}: ReviewRowProps & { readonly name: 'import' | 'email'; readonly isShown: boolean; readonly isOn: boolean }) {
  const label = say(name === 'import' ? 'review.import' : 'review.email')
  const person = { name: nameOf(row) }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <td role="cell" data-label={label} className={isShown ? undefined : 'is-empty'}>
      {isShown ? (
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          readOnly
          tabIndex={isCurrent ? 0 : -1}
          aria-label={say(name === 'import' ? 'review.import_name' : 'review.email_name', person)}
        />
      ) : (
        '—'
      )}
    </td>
  )
}

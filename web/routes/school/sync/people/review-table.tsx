import { Fragment } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import { ReviewHead, type ReviewHeadProps } from './review-head.tsx'
import { ReviewRow } from './review-row.tsx'
import { RowDetails } from './row-details.tsx'
import { useFirstRows } from './use-first-rows.ts'
import { useSteady } from './use-steady.ts'
import { type TableFocusOptions, useTableFocus } from './use-table-focus.ts'

/** What the table shows, and whom it tells. */
export interface ReviewTableProps extends ReviewHeadProps, TableFocusOptions {
  readonly run: RunDetails
  readonly ticked: ReadonlySet<string>
  /** The rows are those of an earlier filter. */
  readonly isOld: boolean
  readonly caption: string
  readonly isCompact: boolean
}

/** The review as a native table: one row's controls are in the order of the Tab key, arrows move between rows (UX E1). */
export function ReviewTable(props: ReviewTableProps) {
  const { run, rows, ticked, hasEmails, columns, isCompact, isOld, caption, open, onCommand } = props
  const say = useSay()
  const { timeZone, code: school } = useSchool()
  const carryOut = useSteady(onCommand)
  const { at, listeners } = useTableFocus(props)
  const count = useFirstRows(rows.length, open !== null)
  const className = `list-table review-table${isOld ? ' is-old' : ''}${isCompact ? ' is-compact' : ''}`
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <table className={className} role="table" aria-describedby="review-how">
      <caption className="visually-hidden">{caption}</caption>
      <ReviewHead {...props} />
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <tbody role="rowgroup" {...listeners}>
        {rows.slice(0, count).map(({ row, isSettled, unsaved }, place) => (
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
              school={school}
              onCommand={carryOut}
              columns={columns}
              run={run.id}
            />
            {open === row.id && (
              <RowDetails
                run={run}
                row={row}
                place={place}
                columns={(hasEmails ? 8 : 7) + columns.length}
                onCommand={(command) => onCommand(command, place)}
              />
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

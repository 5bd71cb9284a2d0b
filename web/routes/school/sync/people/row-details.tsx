import type { ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { LinkButton } from '../../../../kit/link-button.tsx'
import { useSay } from '../../../../words.tsx'
import { nameOf } from './paint.ts'
import { PairDetails } from './pair-details.tsx'
import { rowActs } from './row-acts.ts'
import type { RowCommand } from './use-table-focus.ts'

interface RowDetailsProps {
  readonly run: RunDetails
  readonly row: ReviewRowDetails
  readonly place: number
  readonly columns: number
  onCommand(command: RowCommand): void
}

/** Under a row: its pair, and what can be said about it. */
export function RowDetails({ run, row, place, columns, onCommand }: RowDetailsProps) {
  const say = useSay()
  const { code: school } = useSchool()
  const name = nameOf(row)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <tr role="row" className="details-row">
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <td role="cell" colSpan={columns}>
        <section className={`details details-${row.status}`} id={`details-${place}`} aria-label={say('review.details_of', { name })}>
          <PairDetails run={run} row={row} />
          <div className="buttons">
            {rowActs(row, say).map(({ label, command }) => (
              <Button key={label} kind={isAnswer(command) ? 'primary' : 'secondary'} onClick={() => onCommand(command)}>
                {label}
              </Button>
            ))}
            {row.here !== null && (
              <LinkButton to="/s/$school/people/$person" params={{ school, person: row.id }} kind="secondary">
                {say('review.act.open_record')}
              </LinkButton>
            )}
          </div>
        </section>
      </td>
    </tr>
  )
}

/** What keeps a suggested pair is the one answer that the row waits for. */
function isAnswer(command: RowCommand): boolean {
  return command.kind === 'act' && command.act === 'same'
}

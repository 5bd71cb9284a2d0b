import { Link } from '@tanstack/react-router'
import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { Menu } from '../../../../kit/menu.tsx'
import { nameOf } from './paint.ts'
import { rowActs } from './row-acts.ts'
import type { RowCommand } from './use-table-focus.ts'

interface RowMenuProps {
  readonly row: ReviewRowDetails
  readonly school: string
  readonly say: Say
  onCommand(command: RowCommand): void
}

/**
 * Everything that can be done with a row, behind one button. The Tab key passes it by, so that a row costs no further stop: the
 * right arrow goes to it, and all of it stands in the details as well.
 */
export function RowMenu({ row, school, say, onCommand }: RowMenuProps) {
  return (
    <Menu label={say('review.menu')} name={say('review.menu_of', { name: nameOf(row) })} tabIndex={-1} control="menu">
      {rowActs(row, say).map(({ label, command }) => (
        <li key={label}>
          <Button kind="quiet" onClick={() => onCommand(command)}>
            {label}
          </Button>
        </li>
      ))}
      {row.error !== null && (
        <li>
          <Button kind="quiet" onClick={() => onCommand({ kind: 'copy_note' })}>
            {say('review.note.copy')}
          </Button>
        </li>
      )}
      {row.here !== null && (
        <li>
          <Link to="/s/$school/people/$person" params={{ school, person: row.id }}>
            {say('review.act.open_record')}
          </Link>
        </li>
      )}
    </Menu>
  )
}

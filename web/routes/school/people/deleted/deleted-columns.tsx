import { Link } from '@tanstack/react-router'
import type { DeletedPerson } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import type { Column } from '../../../../kit/list-table.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { TickBox, type TickColumn } from '../access/tick-box.tsx'
import { whyOf } from './delete-people.tsx'

/** What the columns of a list need besides its rows. */
export interface ShownAt {
  readonly school: string
  readonly timeZone: string
  /** Null: nobody can be restored or removed. */
  readonly ticks: TickColumn | null
  onRestore(person: DeletedPerson): void
  onErase(person: DeletedPerson): void
}

/** The columns of who is deleted. */
export function deletedColumns({ school, timeZone, ticks, onRestore, onErase }: ShownAt, say: Say): readonly Column<DeletedPerson>[] {
  const columns: readonly Column<DeletedPerson>[] = [
    {
      key: 'name',
      heading: say('people.name'),
      sort: 'name',
      isRowHeader: true,
      cell: (it) => (
        <>
          <Link to="/s/$school/people/$person" params={{ school, person: it.id }}>
            {nameOf(it, say)}
          </Link>
          <span className="cell-more">{[say(`people.kind.${it.kind}`), it.yearGroup].filter((text) => text !== null).join(', ')}</span>
        </>
      ),
    },
    {
      key: 'at',
      heading: say('deletions.at'),
      sort: 'deleted',
      cell: (it) => say('deletions.at_by', { date: say.instant(it.at, timeZone), name: it.by }),
    },
    { key: 'remove', heading: say('deletions.remove_on'), sort: 'remove', cell: (it) => say.date(it.removeOn) },
    { key: 'status', heading: say('deletions.status'), cell: (it) => statusOf(it, say) },
  ]
  if (ticks === null) return columns
  return [
    { key: 'tick', heading: say('access.select'), cell: (it) => <TickBox id={it.id} name={nameOf(it, say)} column={ticks} /> },
    ...columns,
    {
      key: 'acts',
      heading: say('deletions.acts'),
      cell: (it) => (
        <div className="buttons">
          <Button kind="secondary" isSmall onClick={() => onRestore(it)}>
            {say('deletions.restore')}
            <VisuallyHidden> {say('deletions.restore_name', { name: nameOf(it, say) })}</VisuallyHidden>
          </Button>
          <Button kind="secondary" isSmall onClick={() => onErase(it)}>
            {say('deletions.erase')}
            <VisuallyHidden> {say('deletions.restore_name', { name: nameOf(it, say) })}</VisuallyHidden>
          </Button>
        </div>
      ),
    },
  ]
}

/** What stands above the columns of a file. */
export function deletedHeadings(say: Say): readonly string[] {
  const days = [say('deletions.at'), say('deletions.remove_on'), say('deletions.status')]
  return [say('people.name'), say('access.is'), say('field.yearGroup'), ...days]
}

/** What a file says of a person; days as `YYYY-MM-DD`, which every program reads. */
export function deletedTexts(it: DeletedPerson, say: Say): readonly (string | null)[] {
  return [nameOf(it, say), say(`people.kind.${it.kind}`), it.yearGroup, it.at.slice(0, 10), it.removeOn, statusOf(it, say)]
}

function statusOf(it: DeletedPerson, say: Say): string {
  return it.why.length === 0 ? say('deletions.scheduled') : say('deletions.pending', { why: whyOf(it, say) })
}

function nameOf({ name }: DeletedPerson, say: Say): string {
  return name === '' ? say('people.no_name') : name
}

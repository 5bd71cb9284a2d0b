import { Link } from '@tanstack/react-router'
import type { PersonAccess } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import type { Column } from '../../../../kit/list-table.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { TickBox, type TickColumn } from './tick-box.tsx'

/** What the columns of a list need besides its rows. */
export interface ShownAt {
  readonly school: string
  readonly timeZone: string
  /** Null: nobody can be selected, or changed. */
  readonly ticks: TickColumn | null
  onChange(person: PersonAccess): void
}

/** The columns of who has access, and who has not. */
export function accessColumns({ school, timeZone, ticks, onChange }: ShownAt, say: Say): readonly Column<PersonAccess>[] {
  const columns: readonly Column<PersonAccess>[] = [
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
          {notesOf(it, say).map((note) => (
            <span key={note} className="cell-more">
              {note}
            </span>
          ))}
        </>
      ),
    },
    { key: 'kind', heading: say('access.is'), cell: (it) => say(`people.kind.${it.kind}`) },
    { key: 'year', heading: say('field.yearGroup'), sort: 'year_group', cell: (it) => it.yearGroup },
    { key: 'class', heading: say('field.registrationClass'), sort: 'class', cell: (it) => it.registrationClass },
    { key: 'since', heading: say('access.since'), sort: 'since', cell: (it) => sinceOf(it, timeZone, say) },
  ]
  if (ticks === null) return columns
  return [
    { key: 'tick', heading: say('access.select'), cell: (it) => <TickBox id={it.id} name={nameOf(it, say)} column={ticks} /> },
    ...columns,
    {
      key: 'acts',
      heading: say('access.acts'),
      cell: (it) => (
        <Button kind="secondary" isSmall onClick={() => onChange(it)}>
          {say(it.state === 'without' ? 'access.give' : 'access.take')}
          <VisuallyHidden> {say(it.state === 'without' ? 'access.to_name' : 'access.of_name', { name: nameOf(it, say) })}</VisuallyHidden>
        </Button>
      ),
    },
  ]
}

/** What stands above the columns of a file. */
export function accessHeadings(say: Say): readonly string[] {
  const place = [say('field.yearGroup'), say('field.registrationClass')]
  return [say('people.name'), say('access.is'), ...place, say('people.access'), say('access.since'), say('access.appears_not')]
}

/** What a file says of a person; days as `YYYY-MM-DD`, which every program reads. */
export function accessTexts(it: PersonAccess, say: Say): readonly (string | null)[] {
  const what = [nameOf(it, say), say(`people.kind.${it.kind}`), it.yearGroup, it.registrationClass, say(`access.state.${it.state}`)]
  return [...what, it.changed === null ? null : it.changed.at.slice(0, 10), notesOf(it, say).join(', ')]
}

function notesOf({ hasLeft, lacks }: PersonAccess, say: Say): readonly string[] {
  return [...(hasLeft ? [say('access.has_left')] : []), ...lacks.map((it) => say(`access.lacks.${it}`))]
}

function sinceOf({ changed }: PersonAccess, timeZone: string, say: Say): string | null {
  if (changed === null) return null
  const date = say.instant(changed.at, timeZone)
  return changed.by === null ? say('access.by_sync', { date }) : say('access.by_person', { date, name: changed.by })
}

function nameOf({ name }: PersonAccess, say: Say): string {
  return name === '' ? say('people.no_name') : name
}

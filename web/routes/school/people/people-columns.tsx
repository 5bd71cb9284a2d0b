import { Link } from '@tanstack/react-router'
import type { ListedPersonDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import type { Column } from '../../../kit/list-table.tsx'
import { SyncState } from './sync-state.tsx'

type Person = ListedPersonDetails

/** Which list of people it is. */
export type PeopleKind = 'pupils' | 'teachers'

/** Where a list is: its school, and the day that it shows. */
export interface ListedAt {
  readonly school: string
  readonly asOf: string | undefined
}

/** The columns of a list of people. */
export function peopleColumns(kind: PeopleKind, { school, asOf }: ListedAt, say: Say): readonly Column<Person>[] {
  const name: Column<Person> = {
    key: 'name',
    heading: say('people.name'),
    sort: 'name',
    cell: (it) => (
      <Link to="/s/$school/people/$person" params={{ school, person: it.id }} search={{ asOf }}>
        {it.name === '' ? say('people.no_name') : it.name}
      </Link>
    ),
  }
  const sync: Column<Person> = { key: 'sync', heading: say('people.sync'), sort: 'sync', cell: (it) => <SyncState person={it} /> }
  if (kind === 'teachers') {
    return [
      name,
      { key: 'position', heading: say('field.position'), cell: (it) => it.position },
      { key: 'email', heading: say('field.email'), cell: (it) => it.email },
      sync,
    ]
  }
  const born: Column<Person> = {
    key: 'born',
    heading: say('field.birthDate'),
    cell: (it) => (it.birthDate === null ? null : say.date(it.birthDate)),
  }
  const year: Column<Person> = { key: 'year', heading: say('field.yearGroup'), sort: 'year_group', cell: (it) => it.yearGroup }
  const place: Column<Person> = {
    key: 'class',
    heading: say('field.registrationClass'),
    sort: 'class',
    cell: (it) => it.registrationClass,
  }
  const intake: Column<Person> = { key: 'intake', heading: say('people.intake'), cell: (it) => it.intakeYear }
  return [name, born, year, place, intake, sync]
}

import type { TestMuster } from './muster.ts'

/** Everything we hold about one school, without ids and times, in a fixed order: equal states are equal values. */
export interface DirectoryState {
  readonly people: readonly Row[]
  readonly classes: readonly Row[]
  readonly yearGroups: readonly Row[]
  readonly enrolments: readonly Row[]
  /** Live ones: which source record stands for whom. */
  readonly links: readonly Row[]
}

type Row = Readonly<Record<string, unknown>>

const STATEMENTS = {
  people: 'select * from person where school_id = $1',
  classes: 'select * from class where school_id = $1',
  yearGroups: 'select * from year_group where school_id = $1',
  enrolments: 'select * from enrolment where school_id = $1',
  links: `select l.record_kind, l.record_id, n.name as connection, l.source_kind, l.source_id
    from link l join connection n on n.school_id = l.school_id and n.id = l.connection_id where l.school_id = $1 and l.end_reason is null`,
}

export async function directoryState({ ask }: Pick<TestMuster, 'ask'>, externalId: string): Promise<DirectoryState> {
  const [school] = await ask<{ id: string }>('select id from school where external_id = $1', [externalId])
  const read = async (name: keyof typeof STATEMENTS) => (school === undefined ? [] : ask<Row>(STATEMENTS[name], [school.id]))
  const [people, classes, links] = [await read('people'), await read('classes'), await read('links')]
  const names = namesOf(people, classes, links)
  const nameOf = (id: unknown) => names.get(String(id)) ?? String(id)
  return {
    people: sorted(people.map(({ id, school_id: _, ...it }) => ({ ...it, name: nameOf(id) }))),
    classes: sorted(classes.map(({ id, school_id: _, ...it }) => ({ ...it, name: nameOf(id) }))),
    yearGroups: sorted((await read('yearGroups')).map(({ school_id: _, ...it }) => it)),
    enrolments: sorted(
      (await read('enrolments')).map(({ school_id: _, person_id, class_id, ...it }) => ({
        ...it,
        person: nameOf(person_id),
        class: nameOf(class_id),
      })),
    ),
    links: sorted(links.map(({ record_id, ...it }) => ({ ...it, record: nameOf(record_id) }))),
  }
}

/** What tells people and classes from each other where their ids may not: who they are, and their live source record. */
function namesOf(people: readonly Row[], classes: readonly Row[], links: readonly Row[]): ReadonlyMap<string, string> {
  const sources = new Map(links.map((it) => [String(it['record_id']), `${it['source_kind']} ${it['source_id']}`]))
  const nameOf = (it: Row, ...fields: readonly string[]): [string, string] => {
    const id = String(it['id'])
    return [id, [...fields.map((field) => it[field]), sources.get(id) ?? 'not linked'].join(' ')]
  }
  return new Map([...people.map((it) => nameOf(it, 'kind', 'last_name', 'first_name')), ...classes.map((it) => nameOf(it, 'kind', 'name'))])
}

function sorted(rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map((it) => it.row)
}

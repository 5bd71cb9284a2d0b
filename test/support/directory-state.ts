import type { TestMuster } from './muster.ts'

/** Everything we hold about one school, without ids and times, in a fixed order: equal states are equal values. */
export interface DirectoryState {
  readonly people: readonly object[]
  readonly classes: readonly object[]
  readonly yearGroups: readonly object[]
  readonly enrolments: readonly object[]
  /** Live ones: which source record stands for whom. */
  readonly links: readonly object[]
}

/** What of a person or class tells them from others, where ids may not. */
const NAMED = `
  with it as (select id from school where external_id = $1),
  who as (
    select p.id::text as id, concat_ws(' ', p.kind, l.source_kind, l.source_id, p.last_name, p.first_name, p.birth_date) as name
    from person p left join link l on l.school_id = p.school_id and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null
    where p.school_id in (table it)
    union all select id::text, concat_ws(' ', kind, name) from class where school_id in (table it)
    union all select code, code from year_group where school_id in (table it))`

export async function directoryState({ ask }: Pick<TestMuster, 'ask'>, externalId: string): Promise<DirectoryState> {
  const rows = (statement: string) => ask<object>(`${NAMED} ${statement}`, [externalId])
  return {
    people: await rows(
      `select who.name, to_jsonb(p) - 'id' - 'school_id' as fields, p.first_name, p.last_name
       from person p join who on who.id = p.id::text where p.school_id in (table it) order by 1, (to_jsonb(p) - 'id' - 'school_id')::text`,
    ),
    classes: await rows(
      `select to_jsonb(c) - 'id' - 'school_id' as fields from class c where c.school_id in (table it) order by (to_jsonb(c) - 'id' - 'school_id')::text`,
    ),
    yearGroups: await rows(`select code, name, position from year_group where school_id in (table it) order by code`),
    enrolments: await rows(
      `select w.name as person, c.name as class, e.role, e.is_primary, e.is_registration
       from enrolment e join who w on w.id = e.person_id::text join who c on c.id = e.class_id::text
       where e.school_id in (table it) order by 1, 2, 3`,
    ),
    links: await rows(
      `select who.name, l.record_kind, l.source_kind, l.source_id, n.name as connection
       from link l join connection n on n.school_id = l.school_id and n.id = l.connection_id left join who on who.id = l.record_id
       where l.school_id in (table it) and l.end_reason is null order by 2, 3, 4, 1`,
    ),
  }
}

import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { LinkEndReason, PersonFields, PersonKind } from '../roster/index.ts'

/** A person as a list shows them; names of columns as in files. */
export interface ListedPerson {
  readonly id: string
  readonly role: PersonKind
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly known_as: string | null
  readonly known_as_last_name: string | null
  readonly birth_date: string | null
  readonly sex: PersonFields['sex']
  readonly upn: string | null
  readonly former_upn: string | null
  readonly custom_id: string | null
  readonly email: string | null
  readonly username: string | null
  readonly position: string | null
  readonly user_type: PersonFields['userType']
  readonly status: PersonFields['status']
  /** The year group's name. */
  readonly year_group: string | null
  readonly registration_class: string | null
  /** Names of all other classes. */
  readonly classes: readonly string[]
  /** `live`, the reason why the latest link ended, or null for people who were never linked. */
  readonly sync: 'live' | LinkEndReason | null
  readonly source_id: string | null
}

/** The people of a school by kind and name. */
export async function listPeople(tx: SchoolTx): Promise<readonly ListedPerson[]> {
  return tx.rows(sql<ListedPerson>`
    select p.id, p.kind as role, p.first_name, p.middle_name, p.last_name, p.known_as_first_name as known_as, p.known_as_last_name, p.birth_date,
      p.sex, p.upn, p.former_upn, p.custom_id, p.email, p.username, p.position, p.user_type, p.status, y.name as year_group,
      c.registration_class, coalesce(c.classes, '{}') as classes, case when l.record_id is null then null else coalesce(l.end_reason, 'live') end as sync,
      l.source_id
    from person p
    left join year_group y on y.school_id = p.school_id and y.code = p.year_group
    left join (
      select e.school_id, e.person_id, min(k.name) filter (where e.is_registration and e.role = 'pupil') as registration_class,
        array_agg(k.name order by k.name) filter (where not (e.is_registration and e.role = 'pupil')) as classes
      from enrolment e join class k on k.school_id = e.school_id and k.id = e.class_id
      where e.school_id = ${tx.schoolId} group by e.school_id, e.person_id
    ) c on c.school_id = p.school_id and c.person_id = p.id
    left join (
      select distinct on (school_id, record_id) school_id, record_id, end_reason, source_id from link
      where school_id = ${tx.schoolId} and record_kind = 'person' order by school_id, record_id, ended_at desc nulls first
    ) l on l.school_id = p.school_id and l.record_id = p.id::text
    where p.school_id = ${tx.schoolId} and p.merged_into is null
    order by p.kind, p.last_name, p.first_name, p.id`)
}

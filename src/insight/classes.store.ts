import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { ClassKind } from '../roster/index.ts'
import { isKept, withLatestLink } from './people.store.ts'

/** A class we hold, with what lists say about it. */
export interface HeldClass {
  readonly id: string
  readonly name: string
  readonly kind: ClassKind
  readonly description: string | null
  readonly ownsDescription: boolean
  /** Names, from the youngest. */
  readonly yearGroups: string[]
  /** Without leavers. */
  readonly pupils: number
  readonly teachers: string[]
  readonly isSynced: boolean
  readonly isArchived: boolean
  /** People here made and fill it. */
  readonly isOwnGroup: boolean
}

/** The classes of a school, or one of them, in one statement. Who has left is not counted. */
export async function readClasses(tx: SchoolTx, classId: string | null): Promise<readonly HeldClass[]> {
  return tx.rows(sql<HeldClass>`
    select c.id, c.name, c.kind, c.description, c.is_archived as "isArchived", 'description' = any(c.local_fields) as "ownsDescription", 'members' = any(c.local_fields) as "isOwnGroup",
      array(
        select coalesce(y.name, g.code) from unnest(c.year_groups) as g(code)
        left join year_group y on y.school_id = ${tx.schoolId} and y.code = g.code order by y.position, g.code
      ) as "yearGroups",
      coalesce(m.pupils, 0)::integer as pupils, coalesce(m.teachers, '{}') as teachers,
      exists (
        select from link l where l.school_id = ${tx.schoolId} and l.record_kind = 'class' and l.record_id = c.id::text and l.end_reason is null
      ) as "isSynced"
    from class c
    left join (
      select e.class_id, count(*) filter (where e.role = 'pupil') as pupils,
        array_agg(coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.username, '') order by p.last_name, p.first_name, p.id)
          filter (where e.role = 'teacher') as teachers
      from enrolment e join person p on p.school_id = e.school_id and p.id = e.person_id
      ${withLatestLink(tx, sql`p.id`)}
      where e.school_id = ${tx.schoolId} and (${classId}::uuid is null or e.class_id = ${classId}) and l.state is distinct from 'left' and ${isKept(tx, sql`e.person_id`)}
      group by e.class_id
    ) m on m.class_id = c.id
    where c.school_id = ${tx.schoolId} and (${classId}::uuid is null or c.id = ${classId})`)
}

/** Who is in a class, and as what. Who has left is not. */
export async function readMembers(tx: SchoolTx, classId: string): Promise<readonly { readonly id: string; readonly role: string }[]> {
  return tx.rows(sql<{ id: string; role: string }>`
    select e.person_id as id, e.role from enrolment e ${withLatestLink(tx, sql`e.person_id`)}
    where e.school_id = ${tx.schoolId} and e.class_id = ${classId} and l.state is distinct from 'left' and ${isKept(tx, sql`e.person_id`)}`)
}

import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { PersonFields } from '../roster/index.ts'
import type { WrittenChange } from '../runs/index.ts'

/** How many entries of a person's history are shown. */
const TIMELINE_MAX = 200

/** Everything about one person that lists do not say. */
export interface PersonRecord {
  /** `yearGroup` is the year group's name. */
  readonly fields: PersonFields
  readonly localFields: readonly string[]
  readonly classes: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly role: string }[]
}

/** A change that was made to a person, when and by whom. */
export interface MadeChange extends WrittenChange {
  readonly actor: string
  readonly runId: string | null
  readonly at: Date
}

/** The details of a person whom the school has. */
export async function readPersonRecord(tx: SchoolTx, personId: string): Promise<PersonRecord> {
  const [row] = await tx.rows(sql<PersonFields & Pick<PersonRecord, 'localFields'>>`
    select p.first_name as "firstName", p.middle_name as "middleName", p.last_name as "lastName", p.known_as_first_name as "knownAsFirstName",
      p.known_as_last_name as "knownAsLastName", p.birth_date as "birthDate", p.sex, p.upn, p.former_upn as "formerUpn",
      p.custom_id as "customId", p.email, p.username, p.position, p.user_type as "userType", p.status, y.name as "yearGroup",
      p.local_fields as "localFields"
    from person p left join year_group y on y.school_id = p.school_id and y.code = p.year_group
    where p.school_id = ${tx.schoolId} and p.id = ${personId}`)
  if (row === undefined) throw new Error('A person is gone.')
  const { localFields, ...fields } = row
  const classes = await tx.rows(sql<PersonRecord['classes'][number]>`
    select c.id, c.name, c.kind, e.role from enrolment e join class c on c.school_id = e.school_id and c.id = e.class_id
    where e.school_id = ${tx.schoolId} and e.person_id = ${personId} order by c.kind, c.name, c.id`)
  return { fields, localFields, classes }
}

/** A change of a person, and when the run that made it was applied, where it is not undone. */
export interface ChangeOfPerson extends MadeChange {
  readonly appliedAt: Date | null
}

/** What was changed about a person, newest first. */
export async function readChangesOfPerson(tx: SchoolTx, personId: string): Promise<readonly ChangeOfPerson[]> {
  return tx.rows(sql<ChangeOfPerson>`
    select c.record_kind as "recordKind", c.record_id as "recordId", c.change_key as key, c.operation, c.before, c.after, c.actor,
      c.run_id as "runId", c.at, case when r.state = 'applied' and r.purpose = 'sync' then r.changed_at end as "appliedAt"
    from directory_change c left join run r on r.school_id = c.school_id and r.id = c.run_id
    where c.school_id = ${tx.schoolId} and c.record_kind = 'person' and c.record_id = ${personId}
    order by c.at desc, c.id desc limit ${TIMELINE_MAX}`)
}

/** What the connection is called whose record stands for a person now; null: none does. */
export async function connectionNameOf(tx: SchoolTx, personId: string): Promise<string | null> {
  const [row] = await tx.rows(sql<{ connection: string }>`
    select n.name as connection from link l join connection n on n.school_id = l.school_id and n.id = l.connection_id
    where l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.record_id = ${personId} and l.end_reason is null`)
  return row?.connection ?? null
}

import { type RawBuilder, sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { LinkEndReason, PersonKind } from '../roster/index.ts'

/** A person we hold, with what lists say about them. */
export interface HeldPerson {
  readonly id: string
  readonly kind: PersonKind
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly knownAsFirstName: string | null
  readonly knownAsLastName: string | null
  readonly birthDate: string | null
  readonly upn: string | null
  readonly customId: string | null
  readonly email: string | null
  readonly username: string | null
  readonly position: string | null
  readonly isDisabled: boolean
  /** The year group's name, and its place from the youngest. */
  readonly yearGroup: string | null
  readonly yearPosition: number | null
  readonly yearCode: string | null
  readonly registrationClass: string | null
  /** The calendar year in which their first school year began (S-91). */
  readonly intakeYear: number | null
  /** How the latest link stands; null: never linked. */
  readonly link: 'live' | LinkEndReason | null
  /** When the latest link ended. */
  readonly linkEndedAt: Date | null
  /** Whom they were merged into; null: they stand for themselves. */
  readonly mergedInto: string | null
}

/** Which people to read; ids null: all who stand for themselves. */
export interface WhichPeople {
  readonly kind: PersonKind | null
  readonly ids: readonly string[] | null
  /** Of all: also those who wait to be deleted. */
  readonly withDeleted?: boolean
}

/** The people of a school, in one statement. */
export async function readPeople(tx: SchoolTx, { kind, ids, withDeleted = false }: WhichPeople): Promise<readonly HeldPerson[]> {
  return tx.rows(sql<HeldPerson>`
    select p.id, p.kind, p.first_name as "firstName", p.middle_name as "middleName", p.last_name as "lastName",
      p.known_as_first_name as "knownAsFirstName", p.known_as_last_name as "knownAsLastName", p.birth_date as "birthDate", p.upn,
      p.custom_id as "customId", p.email, p.username, p.position, p.status = 'disabled' as "isDisabled", y.name as "yearGroup",
      y.position as "yearPosition", p.intake_year as "intakeYear", p.year_group as "yearCode",
      r.name as "registrationClass", l.state as link, l.ended_at as "linkEndedAt",
      p.merged_into as "mergedInto"
    from person p
    left join year_group y on y.school_id = p.school_id and y.code = p.year_group
    left join lateral (
      select c.name from enrolment e join class c on c.school_id = e.school_id and c.id = e.class_id
      where e.school_id = ${tx.schoolId} and e.person_id = p.id and e.is_registration and e.role = 'pupil' limit 1
    ) r on true
    ${withLatestLink(tx, sql`p.id`)}
    where p.school_id = ${tx.schoolId} and (${kind}::text is null or p.kind = ${kind}) and case when ${ids}::uuid[] is null then p.merged_into is null and (${withDeleted} or ${isKept(tx, sql`p.id`)}) else p.id = any(${ids}::uuid[]) end`)
}

/** Whether a person does not wait to be deleted: who does is in no list but that of the deleted, and in no count. */
export function isKept(tx: SchoolTx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select from person_deletion d where d.school_id = ${tx.schoolId} and d.person_id = ${personId})`
}

/**
 * Joins, as `l.state`, how the latest link of a person stands: `live`, else why the one that ended last did. Person by person
 * through the index: a table that has just been filled has no statistics, and any other join may take seconds then.
 */
export function withLatestLink(tx: SchoolTx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`left join lateral (
    select coalesce(k.end_reason, 'live') as state, k.ended_at from link k
    where k.school_id = ${tx.schoolId} and k.record_kind = 'person' and k.record_id = ${personId}::text order by k.ended_at desc nulls first limit 1
  ) l on true`
}

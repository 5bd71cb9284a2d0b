import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { MatchRecord } from '../matching/index.ts'
import type { PersonKind } from '../roster/index.ts'
import type { MoverKeys } from './mover-keys.ts'

/** Somebody whom the school holds; present: its MIS still names them. */
export type AlikePerson = Omit<MatchRecord, 'yearGroup' | 'registrationClass' | 'customId'> & { readonly isPresent: boolean }

/** People of one kind in the school, and those of them who share a key with somebody looked for. */
export interface Alike {
  readonly count: number
  readonly people: readonly AlikePerson[]
}

/** Everybody whom the school holds and who shares a key: a wide net, in which the engine looks. */
export async function readAlike(tx: SchoolTx, kind: PersonKind, keys: MoverKeys): Promise<Alike> {
  const people = await tx.rows(sql<AlikePerson>`
    select p.id, p.first_name as "firstName", p.middle_name as "middleName", p.last_name as "lastName",
      p.known_as_first_name as "knownAsFirstName", p.known_as_last_name as "knownAsLastName", p.birth_date as "birthDate", p.sex, p.upn,
      p.former_upn as "formerUpn", p.email, exists (
        select from link l join source_record r on r.school_id = l.school_id and r.connection_id = l.connection_id
          and r.kind = l.source_kind and r.source_id = l.source_id and r.last_snapshot is null
        where l.school_id = p.school_id and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null
      ) as "isPresent"
    from person p where p.school_id = ${tx.schoolId} and p.kind = ${kind} and p.merged_into is null and (
      p.upn = any(${keys.upns}) or p.former_upn = any(${keys.upns}) or lower(p.email) = any(${keys.emails})
      or to_char(p.birth_date, 'YYYY-MM-DD') = any(${keys.birthDates})
      or (to_char(p.birth_date, 'YYYY') = any(${keys.birthYears})
        and (lower(p.last_name) = any(${keys.names}) or lower(p.known_as_last_name) = any(${keys.names}) or lower(p.first_name) = any(${keys.names})))
      or (lower(p.last_name) = any(${keys.names}) and lower(p.first_name) = any(${keys.names}))
    ) order by p.id`)
  const [counted] = await tx.rows(sql<{ count: number }>`
    select count(*)::integer as count from person where school_id = ${tx.schoolId} and kind = ${kind} and merged_into is null`)
  return { count: counted?.count ?? 0, people }
}

import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { NewAddress, OwedMessage } from '../outbox/index.ts'

/**
 * Whom a run that has just been written owes a message: staff it created, to set up their account (S-107), and pupils
 * whose address a person ticked and who got it now (S-110).
 */
export async function readOwed(tx: SchoolTx, runId: string): Promise<readonly Omit<OwedMessage, 'id'>[]> {
  return tx.rows(sql<Omit<OwedMessage, 'id'>>`
    select case p.kind when 'staff' then 'staff_invitation' else 'pupil_email_verification' end as kind, p.id as "personId", p.email as address
    from directory_change c join person p on p.school_id = c.school_id and p.id = case c.record_kind when 'person' then c.record_id::uuid end
    where c.school_id = ${tx.schoolId} and c.run_id = ${runId} and c.record_kind = 'person' and coalesce(c.after -> 'fields' ->> 'email', '') <> ''
      and p.email <> '' and case p.kind when 'staff' then c.operation = 'create' else exists (
        select from decision d where d.school_id = ${tx.schoolId} and d.kind = 'sync_email' and d.ended_at is null
          and d.connection_id::text = c.before -> 'source' ->> 'connection' and d.source_kind = c.before -> 'source' ->> 'kind'
          and d.source_id = c.before -> 'source' ->> 'id') end
    order by p.id`)
}

/** The addresses, as they are now, of people whose address a run changed. */
export async function readChangedAddresses(tx: SchoolTx, runId: string): Promise<readonly NewAddress[]> {
  return tx.rows(sql<NewAddress>`
    select p.id as "personId", nullif(p.email, '') as address
    from directory_change c join person p on p.school_id = c.school_id and p.id = case c.record_kind when 'person' then c.record_id::uuid end
    where c.school_id = ${tx.schoolId} and c.run_id = ${runId} and c.record_kind = 'person' and c.after -> 'fields' ? 'email'`)
}

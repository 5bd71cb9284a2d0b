import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'

/** What was said of somebody's access. */
export interface Granted {
  readonly personId: string
  readonly state: 'with' | 'without' | 'pending_deletion'
  /** A sync gave it by itself. */
  readonly isAutomatic: boolean
  readonly by: string
  readonly at: Date
}

/** What was said of everybody's access to an application. */
export async function readGrants(tx: SchoolTx, applicationId: string): Promise<ReadonlyMap<string, Granted>> {
  const rows = await tx.rows(sql<Granted>`
    select person_id as "personId", state, run_id is not null as "isAutomatic", changed_by as by, changed_at as at
    from access_grant where school_id = ${tx.schoolId} and application_id = ${applicationId}`)
  return new Map(rows.map((it) => [it.personId, it]))
}

/** Pupils who are in a class that is not archived, of any kind. */
export async function pupilsInClasses(tx: SchoolTx): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(sql<{ id: string }>`
    select distinct e.person_id as id from enrolment e join class c on c.school_id = e.school_id and c.id = e.class_id
    where e.school_id = ${tx.schoolId} and e.role = 'pupil' and not c.is_archived`)
  return new Set(rows.map((it) => it.id))
}

/** Requests that nobody has answered, the oldest first. */
export async function readOpenRequests(
  tx: SchoolTx,
): Promise<readonly { readonly id: string; readonly personId: string; readonly application: string; readonly at: Date }[]> {
  return tx.rows(sql<{ id: string; personId: string; application: string; at: Date }>`
    select r.id, r.person_id as "personId", a.name as application, r.asked_at as at
    from access_request r join application a on a.id = r.application_id
    where r.school_id = ${tx.schoolId} and r.answer is null order by r.asked_at, r.id`)
}

import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import { OPEN } from '../states.ts'

/** Why somebody cannot be deleted (S-194, S-195). */
export type BlockReason = 'has_access' | 'synced' | 'protected' | 'on_team'

/** Somebody who may be deleted, or why not. */
export interface Deletable {
  readonly personId: string
  readonly why: readonly BlockReason[]
  /** The names of the applications that they have access to. */
  readonly applications: readonly string[]
}

/** Of these people who may be deleted; who stands for nobody here, or was merged into somebody, is not in the answer. */
export async function readDeletable(tx: SchoolTx, people: readonly string[]): Promise<readonly Deletable[]> {
  const rows = await tx.rows(sql<{ personId: string; applications: string[] } & Record<'synced' | 'protected' | 'onTeam', boolean>>`
    select p.id as "personId",
      array(
        select a.name from access_grant g join application a on a.id = g.application_id
        where g.school_id = ${tx.schoolId} and g.person_id = p.id and g.state = 'with' order by a.created_at, a.id
      ) as applications,
      exists (
        select from link l where l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null
      ) as synced,
      exists (select from protected_person d where d.school_id = ${tx.schoolId} and d.person_id = p.id) as protected,
      p.kind = 'staff' and exists (
        select from role_grant r join account a on a.id = r.account_id
        where r.in_school_id = ${tx.schoolId} and a.email_folded = lower(trim(p.email))
      ) as "onTeam"
    from person p where p.school_id = ${tx.schoolId} and p.id = any(${[...people]}::uuid[]) and p.merged_into is null order by p.id`)
  return rows.map(({ personId, applications, synced, protected: isProtected, onTeam }) => ({
    personId,
    applications,
    why: [
      ...(applications.length > 0 ? (['has_access'] as const) : []),
      ...(synced ? (['synced'] as const) : []),
      ...(isProtected ? (['protected'] as const) : []),
      ...(onTeam ? (['on_team'] as const) : []),
    ],
  }))
}

/** Whether anything is open that has read the school's people, and would write what it has read. */
export async function isAnyRunOpen(tx: SchoolTx): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from run where school_id = ${tx.schoolId} and state = any(${[...OPEN]}::text[]) limit 1`)
  return rows.length > 0
}

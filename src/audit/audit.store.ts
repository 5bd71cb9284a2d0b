import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** The acts that are noted. */
export type AuditAction =
  | 'run.applied'
  | 'run.approved'
  | 'run.discarded'
  | 'run.reopened'
  | 'run.undone'
  | 'decision.made'
  | 'message.dropped'
  | 'message.held'
  | 'message.released'
  | 'learning.proposed'
  | 'learning.adopted'
  | 'learning.retired'
  | 'alias.added'
  | 'alias.removed'
  | 'team.invited'
  | 'team.link_shown'
  | 'team.withdrawn'
  | 'team.joined'
  | 'team.changed'
  | 'team.removed'
  | 'access.given'
  | 'access.taken'
  | 'access.asked'
  | 'access.answered'
  | 'team.password_given'
  | 'school.changed'
  | 'schedule.changed'
  | 'schedule.paused'
  | 'schedule.resumed'
  | 'calendar.changed'
  | 'limits.changed'
  | 'rules.changed'
  | 'school.set_up'
  | 'person.changed'
  | 'people.told_apart'
  | 'people.merged'
  | 'people.split'
  | 'person.by_hand'
  | 'person.synced_again'
  | 'person.pinned'
  | 'person.unpinned'
  | 'person.protected'
  | 'person.unprotected'
  | 'person.disabled'
  | 'person.enabled'
  | 'person.deleted'
  | 'person.deletion_cancelled'
  | 'person.erased'
  | 'people.archived'
  | 'upload.taken_away'
  | 'upn.shown'

/** What was done, by whom, to what: ids and digests only, never a name. */
export interface AuditEntry {
  readonly id: string
  readonly action: AuditAction
  readonly subject: string
  /** SHA-256 of what was done, such as the hash of a run's plan. */
  readonly payloadDigest: string
  readonly at: Date
}

/** Notes an act of the scope's actor. The table can be added to and read, nothing else. */
export async function noteAct(tx: SchoolTx, it: AuditEntry): Promise<void> {
  await noteActs(tx, [it])
}

/** Notes several acts of the scope's actor. */
export async function noteActs(tx: SchoolTx, entries: readonly AuditEntry[]): Promise<void> {
  await tx.rows(sql`
    insert into audit_entry (school_id, id, actor, action, subject, payload_digest, at)
    select ${tx.schoolId}::uuid, id, ${tx.scope.actor.id}, action, subject, "payloadDigest", at
    from json_to_recordset(${JSON.stringify(entries)}::json) as n(id uuid, action text, subject text, "payloadDigest" text, at timestamptz)`)
}

/** Who did this the last time, and when. */
export async function lastAct(tx: SchoolTx, action: AuditAction): Promise<{ readonly actor: string; readonly at: Date } | undefined> {
  const rows = await tx.rows(sql<{ actor: string; at: Date }>`
    select actor, at from audit_entry where school_id = ${tx.schoolId} and action = ${action} order by at desc, id desc limit 1`)
  return rows[0]
}

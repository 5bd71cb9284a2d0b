import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** What was done, by whom, to what: ids and digests only, never a name. */
export interface AuditEntry {
  readonly id: string
  readonly action: 'run.applied' | 'run.approved' | 'run.discarded' | 'run.undone' | 'decision.made'
  readonly subject: string
  /** SHA-256 of what was done, such as the hash of a run's plan. */
  readonly payloadDigest: string
  readonly at: Date
}

/** Notes an act of the scope's actor. The table can be added to and read, nothing else. */
export async function noteAct(tx: SchoolTx, it: AuditEntry): Promise<void> {
  await tx.rows(sql`
    insert into audit_entry (school_id, id, actor, action, subject, payload_digest, at)
    values (${tx.schoolId}, ${it.id}, ${tx.scope.actor.id}, ${it.action}, ${it.subject}, ${it.payloadDigest}, ${it.at})`)
}

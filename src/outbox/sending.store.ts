import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import type { FailedBecause, MessageKind } from './message.ts'

/** How long a message may be on its way to the mail server before it counts as interrupted. */
const CLAIM_MINUTES = 10

/** A message that a worker has taken: nobody else sends it. */
export interface ClaimedMessage {
  readonly id: string
  readonly kind: MessageKind
  readonly address: string
  readonly personId: string | null
  readonly invitationId: string | null
  /** The actor for whom it is sent; null: nobody noted it. */
  readonly owedBy: string | null
  /** How often it has been tried, this time among them. */
  readonly attempts: number
}

/** How a message ended, or when it is tried again. */
export type Ending =
  | { readonly state: 'sent' }
  | { readonly state: 'dropped' }
  | { readonly state: 'bounced' | 'failed'; readonly why: FailedBecause; readonly replyCode: number | null }
  | { readonly state: 'queued'; readonly notBefore: Date; readonly replyCode: number | null }

/** Schools of which a message may be due. */
export async function schoolsWithMail(tx: Tx, at: Date): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`select school_id as id from mail_due where at <= ${at} order by at`)
  return rows.map((it) => it.id)
}

/**
 * Takes the next message that is due, and marks it before anything is sent. What was on its way when a process died is not
 * sent again by itself: nobody knows whether it arrived.
 */
export async function claimMessage(tx: SchoolTx, at: Date): Promise<ClaimedMessage | undefined> {
  const lost = new Date(at.getTime() - CLAIM_MINUTES * 60_000)
  await tx.rows(sql`
    update outbox_message set state = 'failed', why = 'interrupted', ended_at = ${at}, ended_by = ${tx.scope.actor.id}
    where school_id = ${tx.schoolId} and state = 'sending' and claimed_at <= ${lost}`)
  const [claimed] = await tx.rows(sql<ClaimedMessage>`
    update outbox_message set state = 'sending', claimed_at = ${at}, attempts = attempts + 1
    where school_id = ${tx.schoolId} and id = (
      select id from outbox_message where school_id = ${tx.schoolId} and state = 'queued' and not_before <= ${at}
      order by not_before, id limit 1 for update skip locked)
    returning id, kind, address, person_id as "personId", invitation_id as "invitationId", owed_by as "owedBy", attempts`)
  await noteDue(tx)
  return claimed
}

/** Ends a message that was taken, or lets it wait for the next try. */
export async function endClaim(tx: SchoolTx, id: string, ending: Ending, at: Date): Promise<void> {
  const isAgain = ending.state === 'queued'
  await tx.rows(sql`
    update outbox_message set state = ${ending.state}, claimed_at = null, why = ${'why' in ending ? ending.why : null},
      reply_code = ${'replyCode' in ending ? ending.replyCode : null}, not_before = ${isAgain ? ending.notBefore : null},
      ended_at = ${isAgain ? null : at}, ended_by = ${isAgain ? null : tx.scope.actor.id}
    where school_id = ${tx.schoolId} and id = ${id} and state = 'sending'`)
  await noteDue(tx)
}

/**
 * Notes when the next message of the school is due, where workers look. One at a time for each school: who counts while
 * another adds would not see what was added.
 */
export async function noteDue(tx: SchoolTx): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('muster mail ' || ${tx.schoolId}, 0))`)
  await tx.rows(sql`delete from mail_due where school_id = ${tx.schoolId}`)
  await tx.rows(sql`
    insert into mail_due (school_id, at)
    select school_id, min(case state when 'queued' then not_before else claimed_at + make_interval(mins => ${CLAIM_MINUTES}) end)
    from outbox_message where school_id = ${tx.schoolId} and state in ('queued', 'sending') group by school_id`)
}

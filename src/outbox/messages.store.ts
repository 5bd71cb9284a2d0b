import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { HeldBecause, Message, MessageState, NewAddress, OwedMessage } from './message.ts'
import { noteDue } from './sending.store.ts'

/** Keeps messages that a run owes: to be sent, or held where there is a reason. A person for whom one of the kind waits gets no second. */
export async function oweMessages(
  tx: SchoolTx,
  messages: readonly OwedMessage[],
  { runId, why, at }: { readonly runId: string; readonly why: HeldBecause | null; readonly at: Date },
): Promise<void> {
  if (messages.length === 0) return
  await tx.rows(sql`
    insert into outbox_message (school_id, id, kind, person_id, address, run_id, state, why, created_at, not_before, owed_by)
    select ${tx.schoolId}::uuid, id, kind, "personId", address, ${runId}::uuid, ${why === null ? 'queued' : 'held'}, ${why}, ${at},
      ${why === null ? at : null}::timestamptz, ${tx.scope.actor.id}
    from json_to_recordset(${JSON.stringify(messages)}::json) as n(id uuid, kind text, "personId" uuid, address text)
    on conflict (school_id, person_id, kind) where state in ('held', 'queued', 'sending') do nothing`)
  if (why === null) await noteDue(tx)
}

/** Messages that wait follow a changed address; where there is no address any more they are dropped. */
export async function readdressMessages(tx: SchoolTx, addresses: readonly NewAddress[], at: Date): Promise<void> {
  if (addresses.length === 0) return
  await tx.rows(sql`
    update outbox_message m set address = coalesce(n.address, m.address),
      state = case when n.address is null then 'dropped' else m.state end,
      ended_at = case when n.address is null then ${at}::timestamptz end, ended_by = case when n.address is null then ${tx.scope.actor.id} end
    from json_to_recordset(${JSON.stringify(addresses)}::json) as n("personId" uuid, address text)
    where m.school_id = ${tx.schoolId} and m.state in ('held', 'queued') and m.person_id = n."personId" and n.address is distinct from m.address`)
}

/** Drops messages that wait: they are never sent. Gives the ids of those that waited. */
export async function endMessages(tx: SchoolTx, ids: readonly string[], at: Date): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update outbox_message set state = 'dropped', ended_at = ${at}, ended_by = ${tx.scope.actor.id}
    where school_id = ${tx.schoolId} and state in ('held', 'queued') and id = any(${ids}::uuid[]) returning id`)
  return rows.map((it) => it.id)
}

/** What a run owes: to everybody, or to one person. */
export interface OwedByRun {
  readonly runId: string
  readonly personId: string | null
  readonly at: Date
}

/** Drops what a run owes and nobody has sent: the run is being undone, or what it did to one person. */
export async function dropMessagesOfRun(tx: SchoolTx, { runId, personId, at }: OwedByRun): Promise<void> {
  await tx.rows(sql`
    update outbox_message set state = 'dropped', ended_at = ${at}, ended_by = ${tx.scope.actor.id}
    where school_id = ${tx.schoolId} and state in ('held', 'queued') and run_id = ${runId}
      and (${personId}::uuid is null or person_id = ${personId})`)
}

/** The message that brings somebody the link of an invitation: to be sent, or held where there is a reason. */
export async function oweInvitation(
  tx: SchoolTx,
  it: { readonly id: string; readonly invitationId: string; readonly address: string; readonly why: HeldBecause | null },
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    insert into outbox_message (school_id, id, kind, address, invitation_id, state, why, created_at, not_before, owed_by)
    values (${tx.schoolId}, ${it.id}, 'team_invitation', ${it.address}, ${it.invitationId}, ${it.why === null ? 'queued' : 'held'}, ${it.why},
      ${at}, ${it.why === null ? at : null}, ${tx.scope.actor.id})`)
  if (it.why === null) await noteDue(tx)
}

/** Which messages of a school are shown. */
export interface MessagesWanted {
  /** Null: whatever their state. */
  readonly states: readonly MessageState[] | null
  /** A part of the address, or nothing. */
  readonly q: string
  readonly offset: number
  readonly limit: number
}

const COLUMNS =
  sql.raw(`id, kind, person_id as "personId", address, run_id as "runId", invitation_id as "invitationId", owed_by as "owedBy", state, why,
  created_at as "createdAt", not_before as "notBefore", ended_at as "endedAt", reply_code as "replyCode"`)

/** The messages of a school, those that wait first, then the newest, and how many there are. */
export async function listMessages(
  tx: SchoolTx,
  { states, q, offset, limit }: MessagesWanted,
): Promise<{ readonly items: readonly Message[]; readonly total: number }> {
  const wanted = sql`school_id = ${tx.schoolId} and (${states}::text[] is null or state = any(${states}::text[]))
    and position(lower(${q}) in lower(address)) > 0`
  const items = await tx.rows(sql<Message>`
    select ${COLUMNS} from outbox_message where ${wanted}
    order by state in ('held', 'queued', 'sending') desc, created_at desc, id desc limit ${limit} offset ${offset}`)
  const [counted] = await tx.rows(sql<{ total: number }>`select count(*)::integer as total from outbox_message where ${wanted}`)
  return { items, total: counted?.total ?? 0 }
}

/** One message of the school. */
export async function findMessage(tx: SchoolTx, id: string): Promise<Message | undefined> {
  const [found] = await tx.rows(sql<Message>`select ${COLUMNS} from outbox_message where school_id = ${tx.schoolId} and id = ${id}`)
  return found
}

/** Lets held messages be sent, not before a time. Only those that can be: not of made-up schools, and not before their link opens something. */
export async function queueHeld(tx: SchoolTx, ids: readonly string[], notBefore: Date): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update outbox_message set state = 'queued', why = null, not_before = ${notBefore}, attempts = 0
    where school_id = ${tx.schoolId} and (state = 'queued' or (state = 'held' and why in ('no_mail_server', 'by_hand')))
      and kind <> 'pupil_email_verification' and id = any(${ids}::uuid[]) returning id`)
  await noteDue(tx)
  return rows.map((it) => it.id)
}

/** Holds back messages that wait to be sent. */
export async function holdQueued(tx: SchoolTx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update outbox_message set state = 'held', why = 'by_hand', not_before = null
    where school_id = ${tx.schoolId} and state = 'queued' and id = any(${ids}::uuid[]) returning id`)
  await noteDue(tx)
  return rows.map((it) => it.id)
}

/** Owes a message once more that has ended, under an id of its own: to whoever gets both they are two. False: nothing to send again. */
export async function copyEnded(tx: SchoolTx, id: string, copy: { readonly id: string; readonly at: Date }): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into outbox_message (school_id, id, kind, person_id, address, run_id, invitation_id, state, created_at, not_before, owed_by)
    select school_id, ${copy.id}::uuid, kind, person_id, address, run_id, invitation_id, 'queued', ${copy.at}, ${copy.at}, owed_by
    from outbox_message where school_id = ${tx.schoolId} and id = ${id} and state in ('sent', 'bounced', 'failed')
    on conflict (school_id, person_id, kind) where state in ('held', 'queued', 'sending') do nothing returning id`)
  await noteDue(tx)
  return rows.length === 1
}

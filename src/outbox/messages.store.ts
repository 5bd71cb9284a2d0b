import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { HeldBecause, Message, NewAddress, OwedMessage } from './message.ts'

/** Keeps messages that a run owes. A person for whom one of the kind is held already gets no second. */
export async function oweMessages(
  tx: SchoolTx,
  messages: readonly OwedMessage[],
  { runId, why, at }: { readonly runId: string; readonly why: HeldBecause; readonly at: Date },
): Promise<void> {
  if (messages.length === 0) return
  await tx.rows(sql`
    insert into outbox_message (school_id, id, kind, person_id, address, run_id, state, why, created_at)
    select ${tx.schoolId}::uuid, id, kind, "personId", address, ${runId}::uuid, 'held', ${why}, ${at}
    from json_to_recordset(${JSON.stringify(messages)}::json) as n(id uuid, kind text, "personId" uuid, address text)
    on conflict (school_id, person_id, kind) where state = 'held' do nothing`)
}

/** Held messages follow a changed address; where there is no address any more they are dropped. */
export async function readdressMessages(tx: SchoolTx, addresses: readonly NewAddress[], at: Date): Promise<void> {
  if (addresses.length === 0) return
  await tx.rows(sql`
    update outbox_message m set address = coalesce(n.address, m.address),
      state = case when n.address is null then 'dropped' else m.state end,
      ended_at = case when n.address is null then ${at}::timestamptz end, ended_by = case when n.address is null then ${tx.scope.actor.id} end
    from json_to_recordset(${JSON.stringify(addresses)}::json) as n("personId" uuid, address text)
    where m.school_id = ${tx.schoolId} and m.state = 'held' and m.person_id = n."personId" and n.address is distinct from m.address`)
}

/** Drops held messages: they are never sent. Gives the ids of those that were held. */
export async function endMessages(tx: SchoolTx, ids: readonly string[], at: Date): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update outbox_message set state = 'dropped', ended_at = ${at}, ended_by = ${tx.scope.actor.id}
    where school_id = ${tx.schoolId} and state = 'held' and id = any(${ids}::uuid[]) returning id`)
  return rows.map((it) => it.id)
}

/** Drops what a run owes and nobody has sent: the run is being undone. */
export async function dropMessagesOfRun(tx: SchoolTx, runId: string, at: Date): Promise<void> {
  await tx.rows(sql`
    update outbox_message set state = 'dropped', ended_at = ${at}, ended_by = ${tx.scope.actor.id}
    where school_id = ${tx.schoolId} and state = 'held' and run_id = ${runId}`)
}

/** The messages of a school, those that wait first, then the newest, and how many there are. */
export async function listMessages(
  tx: SchoolTx,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly Message[]; readonly total: number }> {
  const items = await tx.rows(sql<Message>`
    select id, kind, person_id as "personId", address, run_id as "runId", state, why, created_at as "createdAt" from outbox_message
    where school_id = ${tx.schoolId} order by state = 'held' desc, created_at desc, id desc limit ${limit} offset ${offset}`)
  const [counted] = await tx.rows(
    sql<{ total: number }>`select count(*)::integer as total from outbox_message where school_id = ${tx.schoolId}`,
  )
  return { items, total: counted?.total ?? 0 }
}

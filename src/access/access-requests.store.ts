import { sql } from 'kysely'
import type { OwnAccess } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'

/** A request as it is put. */
export interface NewRequest {
  readonly id: string
  readonly personId: string
  readonly applicationId: string
  readonly at: Date
}

/** A request that nobody has answered yet. */
export interface OpenRequest {
  readonly id: string
  readonly personId: string
  readonly applicationId: string
}

/** What somebody answered. */
export type RequestAnswer = 'granted' | 'denied' | 'ignored'

/** The staff of the school whose address is that of an account; nobody where it is that of several. */
export async function staffOfAccount(tx: SchoolTx, accountId: string): Promise<string | undefined> {
  const rows = await tx.rows(sql<{ id: string }>`
    select p.id from person p join account a on a.email_folded = lower(trim(p.email))
    where p.school_id = ${tx.schoolId} and a.id = ${accountId} and p.kind = 'staff' and p.status = 'active' and p.merged_into is null`)
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** How somebody of the staff stands to each application that is for staff. */
export async function readOwnAccess(tx: SchoolTx, personId: string): Promise<readonly OwnAccess[]> {
  const rows = await tx.rows(sql<Omit<OwnAccess, 'asked'> & { askedAt: Date | null; answer: RequestAnswer | null }>`
    select a.id, a.name, coalesce(g.state, 'without') = 'with' as "hasAccess", r.asked_at as "askedAt", r.answer
    from application a
      left join access_grant g on g.school_id = ${tx.schoolId} and g.person_id = ${personId} and g.application_id = a.id
      left join lateral (
        select q.asked_at, q.answer from access_request q
        where q.school_id = ${tx.schoolId} and q.person_id = ${personId} and q.application_id = a.id order by q.asked_at desc, q.id desc limit 1
      ) r on true
    where a.audience in ('staff', 'everyone') and coalesce(g.state, 'without') <> 'pending_deletion'
    order by a.created_at, a.id`)
  return rows.map(({ askedAt, answer, ...own }) => ({
    ...own,
    // what was granted and taken again may be asked for anew; that somebody ignored it is not told
    asked: askedAt === null || answer === 'granted' ? null : { at: askedAt.toISOString(), isDenied: answer === 'denied' },
  }))
}

/** Puts a request. One that is open already stays the one there is. */
export async function insertRequest(tx: SchoolTx, { id, personId, applicationId, at }: NewRequest): Promise<void> {
  await tx.rows(sql`
    insert into access_request (school_id, id, person_id, application_id, asked_by, asked_at)
    values (${tx.schoolId}, ${id}, ${personId}, ${applicationId}, ${tx.scope.actor.id}, ${at})
    on conflict do nothing`)
}

/** The request of this id, unless it has been answered. */
export async function findOpenRequest(tx: SchoolTx, id: string): Promise<OpenRequest | undefined> {
  const [row] = await tx.rows(sql<OpenRequest>`
    select id, person_id as "personId", application_id as "applicationId" from access_request
    where school_id = ${tx.schoolId} and id = ${id} and answer is null for update`)
  return row
}

/** Answers all that these people have asked for an application. */
export async function answerRequests(
  tx: SchoolTx,
  { applicationId, people, answer, at }: { applicationId: string; people: readonly string[]; answer: RequestAnswer; at: Date },
): Promise<void> {
  await tx.rows(sql`
    update access_request set answer = ${answer}, answered_by = ${tx.scope.actor.id}, answered_at = ${at}
    where school_id = ${tx.schoolId} and application_id = ${applicationId} and person_id = any(${people}::uuid[]) and answer is null`)
}

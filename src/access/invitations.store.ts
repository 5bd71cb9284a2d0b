import { sql } from 'kysely'
import type { InvitedRole, TeamRole } from '../contract/index.ts'
import type { SchoolTx, Tx } from '../db/index.ts'
import { foldEmail } from './fold-email.ts'

/** An invitation that can still be accepted. */
export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: InvitedRole
  readonly expiresAt: Date
  /** The actor. */
  readonly invitedBy: string
}

/** An invitation as who holds its link sees it. */
export interface InvitationToSchool extends Invitation {
  readonly schoolId: string
  readonly schoolCode: string
  readonly schoolName: string
}

/** How long the address of an invitation is kept after it has ended. */
const KEPT_DAYS = 30

/** Adds an invitation in place of an earlier one of its kind to the same address, and forgets those that ended long ago. One that is there stays. */
export async function insertInvitation(tx: SchoolTx, it: Invitation & { readonly tokenHash: Buffer }, at: Date): Promise<void> {
  const old = new Date(at.getTime() - KEPT_DAYS * 86_400_000)
  await tx.rows(sql`delete from invitation where in_school_id = ${tx.schoolId} and coalesce(ended_at, expires_at) < ${old}`)
  await tx.rows(sql`
    update invitation set ended_at = ${at}
    where in_school_id = ${tx.schoolId} and ended_at is null and email_folded = ${foldEmail(it.email)}
      and (role = 'teacher') = (${it.role} = 'teacher') and id <> ${it.id}`)
  await tx.rows(sql`
    insert into invitation (id, token_hash, in_school_id, role, email, email_folded, invited_by, created_at, expires_at)
    values (${it.id}, ${it.tokenHash}, ${tx.schoolId}, ${it.role}, ${it.email.trim()}, ${foldEmail(it.email)},
      ${it.invitedBy}, ${at}, ${it.expiresAt})
    on conflict (id) do nothing`)
}

/** The invitations of the school that nobody has accepted yet, newest first. */
export async function listInvitations(tx: SchoolTx, at: Date): Promise<readonly (Invitation & { readonly role: TeamRole })[]> {
  return tx.rows(sql<Invitation & { role: TeamRole }>`
    select id, email, role, expires_at as "expiresAt", invited_by as "invitedBy" from invitation
    where in_school_id = ${tx.schoolId} and role <> 'teacher' and ended_at is null and expires_at > ${at} order by created_at desc, id desc`)
}

/** An invitation of the school that can still be accepted. */
export async function findInvitationById(tx: SchoolTx, id: string, at: Date): Promise<Invitation | undefined> {
  const [found] = await tx.rows(sql<Invitation>`
    select id, email, role, expires_at as "expiresAt", invited_by as "invitedBy" from invitation
    where id = ${id} and in_school_id = ${tx.schoolId} and ended_at is null and expires_at > ${at}`)
  return found
}

/** Ends an invitation of the school; false where there is none that could be accepted. */
export async function endInvitation(tx: SchoolTx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    update invitation set ended_at = ${at}
    where id = ${id} and in_school_id = ${tx.schoolId} and ended_at is null and expires_at > ${at} returning id`)
  return rows.length === 1
}

/** Ends what an actor has invited to the school: who may no longer invite may still hold the links. */
export async function endInvitationsBy(tx: SchoolTx, actor: string, at: Date): Promise<void> {
  await tx.rows(sql`
    update invitation set ended_at = ${at} where in_school_id = ${tx.schoolId} and ended_at is null and invited_by = ${actor}`)
}

/** The invitation behind a link, while it can be accepted. */
export async function findInvitation(tx: Tx, tokenHash: Buffer, at: Date): Promise<InvitationToSchool | undefined> {
  const rows = await tx.rows(sql<InvitationToSchool>`
    select i.id, i.email, i.role, i.expires_at as "expiresAt", i.invited_by as "invitedBy", s.id as "schoolId",
      s.code as "schoolCode", s.name as "schoolName"
    from invitation i join school s on s.id = i.in_school_id
    where i.token_hash = ${tokenHash} and i.ended_at is null and i.expires_at > ${at}`)
  return rows[0]
}

/** Accepts an invitation for whoever comes first; false for everybody after. */
export async function takeInvitation(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    update invitation set ended_at = ${at} where id = ${id} and ended_at is null and expires_at > ${at} returning id`)
  return rows.length === 1
}

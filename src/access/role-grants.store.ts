import { sql } from 'kysely'
import type { SchoolTx, Tx } from '../db/index.ts'
import type { Role } from '../permission/index.ts'
import type { School } from '../schools/index.ts'

/** A role that an account is given: in a school, in a group of schools, or (both null) in the installation. */
export interface RoleGrant {
  readonly id: string
  readonly accountId: string
  readonly role: Role
  readonly schoolId: string | null
  readonly groupId: string | null
}

/** A school with the role that an account has there. */
export interface RoleInSchool {
  readonly school: School
  readonly role: Role
}

/** Somebody with a role in the school. */
export interface Member {
  /** Of the grant: it means nothing in another school. */
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly lastSignInAt: Date | null
}

/** Gives roles. Who has one in that place keeps the one they have. */
export async function insertRoleGrants(
  tx: Tx,
  grants: readonly RoleGrant[],
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into role_grant (id, account_id, role, in_school_id, in_group_id, granted_by, granted_at)
    select id, "accountId", role, "schoolId", "groupId", ${by.actor}, ${by.at}
    from json_to_recordset(${JSON.stringify(grants)}::json)
      as it(id uuid, "accountId" uuid, role text, "schoolId" uuid, "groupId" uuid)
    on conflict do nothing`)
}

/**
 * The schools where the account has a role, by name: the role of its own there, else that of the school's group. With a code:
 * that school only.
 */
export async function rolesInSchools(tx: Tx, accountId: string, code: string | null): Promise<readonly RoleInSchool[]> {
  const rows = await tx.rows(sql<School & { role: Role }>`
    select s.id, s.code, s.external_id as "externalId", s.name, s.vocabulary, s.time_zone as "timeZone",
      s.year_start as "yearStart", s.is_made_up as "isMadeUp", coalesce(own.role, of_group.role) as role
    from school s
      left join role_grant own on own.account_id = ${accountId} and own.in_school_id = s.id
      left join role_grant of_group on of_group.account_id = ${accountId} and of_group.in_group_id = s.school_group_id
    where (own.id is not null or of_group.id is not null) and s.code = coalesce(${code}, s.code)
    order by s.name, s.code`)
  return rows.map(({ role, ...school }) => ({ role, school }))
}

/** Whether the account looks after the installation. */
export async function isPlatformAdmin(tx: Tx, accountId: string): Promise<boolean> {
  const [row] = await tx.rows(sql<{ it: boolean }>`
    select exists (select from role_grant where account_id = ${accountId} and role = 'platform_admin') as it`)
  return row?.it === true
}

/** The names of a school's Access Coordinators (D18). */
export async function coordinatorsOf(tx: Tx, schoolId: string): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ name: string }>`
    select a.name from role_grant g join account a on a.id = g.account_id
    where g.in_school_id = ${schoolId} and g.role = 'access_coordinator' order by a.name, a.id`)
  return rows.map((it) => it.name)
}

/** Everybody with a role in the school, coordinators first. */
export async function listMembers(tx: SchoolTx): Promise<readonly Member[]> {
  return tx.rows(sql<Member>`
    select g.id, a.id as "accountId", a.name, a.email, g.role, a.last_sign_in_at as "lastSignInAt"
    from role_grant g join account a on a.id = g.account_id where g.in_school_id = ${tx.schoolId}
    order by array_position(array['access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'teacher'], g.role), a.name, a.id`)
}

/** Whether an account has a role in another place than the school: elsewhere others answer for it. */
export async function hasRoleElsewhere(tx: SchoolTx, accountId: string): Promise<boolean> {
  const [row] = await tx.rows(sql<{ it: boolean }>`
    select exists (select from role_grant
      where account_id = ${accountId} and in_school_id is distinct from ${tx.schoolId}) as it`)
  return row?.it === true
}

/** Keeps others from changing the roles of the school until the transaction ends: two coordinators cannot demote each other. */
export async function lockRoles(tx: SchoolTx): Promise<readonly Pick<RoleGrant, 'id' | 'accountId' | 'role'>[]> {
  return tx.rows(sql<Pick<RoleGrant, 'id' | 'accountId' | 'role'>>`
    select id, account_id as "accountId", role from role_grant where in_school_id = ${tx.schoolId} order by id for update`)
}

/** Gives a member another role. */
export async function updateRole(tx: SchoolTx, memberId: string, role: Role, at: Date): Promise<void> {
  await tx.rows(sql`
    update role_grant set role = ${role}, granted_by = ${tx.scope.actor.id}, granted_at = ${at}
    where id = ${memberId} and in_school_id = ${tx.schoolId}`)
}

/** Takes a member's role away. */
export async function deleteRole(tx: SchoolTx, memberId: string): Promise<void> {
  await tx.rows(sql`delete from role_grant where id = ${memberId} and in_school_id = ${tx.schoolId}`)
}

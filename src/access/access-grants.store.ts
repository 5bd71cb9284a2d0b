import { sql } from 'kysely'
import type { Application } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'

/** A change of many people's access to one application. */
export interface AccessChange {
  readonly applicationId: string
  readonly people: readonly string[]
  readonly to: 'with' | 'without'
  readonly at: Date
}

/** The applications of the installation, the oldest first. */
export async function readApplications(tx: SchoolTx): Promise<readonly Application[]> {
  return tx.rows(sql<Application>`select id, name, audience from application order by created_at, id`)
}

/** The application of this id; undefined: the first. */
export async function findApplication(tx: SchoolTx, id: string | undefined): Promise<Application | undefined> {
  return (await readApplications(tx)).find((it) => id === undefined || it.id === id)
}

/**
 * Gives or takes access. Gives back whose it was that changed: whoever stood so already, waits to be deleted, is merged into
 * somebody, is of another audience or of another school stays as they are.
 */
export async function writeAccess(tx: SchoolTx, { applicationId, people, to, at }: AccessChange): Promise<readonly string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    insert into access_grant as g (school_id, person_id, application_id, state, run_id, changed_by, changed_at)
    select p.school_id, p.id, a.id, ${to}, null, ${tx.scope.actor.id}, ${at}
    from person p join application a on a.id = ${applicationId} and (a.audience = 'everyone' or (a.audience = 'staff') = (p.kind = 'staff'))
    where p.school_id = ${tx.schoolId} and p.id = any(${people}::uuid[]) and p.merged_into is null
      and (${to}::text = 'with' or exists (
        select from access_grant h where h.school_id = ${tx.schoolId} and h.person_id = p.id and h.application_id = a.id))
    on conflict (school_id, person_id, application_id) do update
      set state = excluded.state, run_id = null, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      where g.state not in (excluded.state, 'pending_deletion')
    returning g.person_id as id`)
  return rows.map((it) => it.id)
}

/**
 * Staff whom a sync has added have access by themselves (S-33), to every application that is for them. Who was here before,
 * or is added otherwise, starts without (S-35).
 */
export async function giveToNewStaff(tx: SchoolTx, runId: string, at: Date): Promise<void> {
  await tx.rows(sql`
    insert into access_grant (school_id, person_id, application_id, state, run_id, changed_by, changed_at)
    select p.school_id, p.id, a.id, 'with', c.run_id, c.actor, ${at}
    from directory_change c
      join person p on p.school_id = c.school_id and p.id::text = c.record_id and p.kind = 'staff'
      join application a on a.audience in ('staff', 'everyone')
    where c.school_id = ${tx.schoolId} and c.run_id = ${runId} and c.record_kind = 'person' and c.operation = 'create'
    on conflict do nothing`)
}

/**
 * Turns access off for whom these runs have added and an undo of them has kept (D27), whoever gave it.
 *
 * @param onlyPerson null: everybody whom they have added
 */
export async function takeFromKept(
  tx: SchoolTx,
  { runs, onlyPerson, at }: { readonly runs: readonly string[]; readonly onlyPerson: string | null; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    update access_grant g set state = 'without', run_id = null, changed_by = ${tx.scope.actor.id}, changed_at = ${at}
    from directory_change c
    where c.school_id = ${tx.schoolId} and c.run_id = any(${runs}::uuid[]) and c.record_kind = 'person' and c.operation = 'create'
      and g.school_id = c.school_id and g.person_id::text = c.record_id and g.state = 'with'
      and (${onlyPerson}::uuid is null or g.person_id = ${onlyPerson}::uuid)`)
}

/** Nobody who waits to be deleted has access to anything, and nobody gives them any. */
export async function holdForDeletion(tx: SchoolTx, people: readonly string[], at: Date): Promise<void> {
  await tx.rows(sql`
    insert into access_grant (school_id, person_id, application_id, state, run_id, changed_by, changed_at)
    select p.school_id, p.id, a.id, 'pending_deletion', null, ${tx.scope.actor.id}, ${at}
    from person p join application a on a.audience = 'everyone' or (a.audience = 'staff') = (p.kind = 'staff')
    where p.school_id = ${tx.schoolId} and p.id = any(${[...people]}::uuid[])
    on conflict (school_id, person_id, application_id) do update
      set state = excluded.state, run_id = null, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
}

/** They wait no more: they have access, or are without. */
export async function endHoldForDeletion(
  tx: SchoolTx,
  people: readonly string[],
  { to, at }: Pick<AccessChange, 'to' | 'at'>,
): Promise<void> {
  await tx.rows(sql`
    update access_grant set state = ${to}, changed_by = ${tx.scope.actor.id}, changed_at = ${at}
    where school_id = ${tx.schoolId} and person_id = any(${[...people]}::uuid[]) and state = 'pending_deletion'`)
}

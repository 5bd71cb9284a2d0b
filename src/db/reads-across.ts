import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '../kernel/index.ts'

/**
 * Says why a process must not start on these connections: their login, or a role it may take, could see rows of more than one
 * school at a time. Null where it could not.
 */
export async function refuseIfItReadsAcross(kysely: Kysely<unknown>): Promise<Problem | null> {
  const { rows } = await sql<{ isUnsafe: boolean }>`
    select exists (select from pg_roles r where pg_has_role(current_user, r.oid, 'member') and (r.rolsuper or r.rolbypassrls))
      or exists (
        select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
        where c.relnamespace = 'muster'::regnamespace and c.relkind in ('r', 'p') and (
          not (c.relrowsecurity and c.relforcerowsecurity)
          or pg_has_role(current_user, c.relowner, 'member')
          or has_any_column_privilege(c.oid, 'select')
          or exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polname <> 'own_school'
            and p.polroles && array[0::oid, 'muster_app'::regrole::oid])
        )
      ) as "isUnsafe"`.execute(kysely)
  return rows[0]?.isUnsafe === false ? null : problem('database.reads_across_schools')
}

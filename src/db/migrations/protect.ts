/**
 * Row-level security that bites (ARCHITECTURE 5): for everybody, the owner too, and for writing as for reading. The
 * `nullif` matters: on a reused connection the setting is an empty string, not null.
 */
export function protect(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table}
  using (school_id = nullif(current_setting('muster.school_id', true), '')::uuid)
  with check (school_id = nullif(current_setting('muster.school_id', true), '')::uuid);
grant select, insert, update, delete on ${table} to muster_app;`,
    )
    .join('\n')
}

/** Lets `acrossSchools` read a table, through a role of its own. Only tables that carry no personal data. */
export function readableAcrossSchools(...tables: readonly string[]): string {
  return tables
    .map(
      (table) =>
        `create policy across_schools on ${table} for select to muster_across using (true);\ngrant select on ${table} to muster_across;`,
    )
    .join('\n')
}

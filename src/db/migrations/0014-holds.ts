/** What the guards hold is a plan and a run of its own, beside the run it was cut from (D20); an approval is about changes and a time. */
export const holds = `
alter table run
  /* the run whose plan this part was cut from, because a guard holds it */
  add column held_from uuid;
/* plans were held as a whole before: such a run is its own part. The owner fills it in for every school at once. */
alter table run no force row level security;
update run set held_from = id where state = 'held';
alter table run force row level security;
drop index run_open;
/* at most one run of a school is open; parts that wait for a person stand beside it */
create unique index run_open on run (school_id)
  where state in ('queued', 'reading', 'matching', 'reviewing', 'ready', 'applying') and held_from is null;
create index run_held on run (school_id) where held_from is not null and state in ('held', 'ready');

alter table plan_change
  /* a guard counted it: it is one of the unexpected ones */
  add column is_counted boolean not null default false;
alter table approval
  /* the hash of each approved change by its key */
  add column changes jsonb not null default '{}';
`

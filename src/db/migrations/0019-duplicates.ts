import { protect } from './protect.ts'

/** People who stand here twice: what people said of them, and who was merged into whom (D26). */
export const duplicates = `
/* "these two are two people": never offered as one again */
create table not_same (
  school_id uuid not null references school,
  kind text not null check (kind in ('pupil', 'staff')),
  /* ids of people; the lesser first */
  one uuid not null,
  other uuid not null check (one < other),
  actor text not null,
  decided_at timestamptz not null,
  primary key (school_id, kind, one, other)
);
${protect('not_same')}

/* whom a person turned out to be: kept as they were, and out of every list */
alter table person add column merged_into uuid;
/* a new foreign key looks at what is there, which row-level security would hide from the owner too */
alter table person no force row level security;
alter table person add foreign key (school_id, merged_into) references person;
alter table person force row level security;
create index person_merged on person (school_id, merged_into) where merged_into is not null;

/* what was said of the records of one person before they were merged, and what the merge has settled: the run that did. Holds again
   when they are split */
alter table veto add column settled_by uuid;
alter table decision add column settled_by uuid;

alter table run drop constraint run_purpose_check;
alter table run add constraint run_purpose_check check (purpose in ('sync', 'check', 'undo', 'rehearsal', 'merge'));
`

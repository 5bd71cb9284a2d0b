import { protect } from './protect.ts'

/** Who waits to be deleted (S-193), and the receipts of who is gone for good (S-197). Neither has a detail of anybody. */
export const deletions = `
create table person_deletion (
  school_id uuid not null,
  person_id uuid not null,
  asked_by text not null,
  asked_at timestamptz not null,
  /* the day, by the school's own clock, from which they go for good */
  remove_on date not null,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person on delete cascade
);
create index person_deletion_due on person_deletion (remove_on);
create table erasure (
  school_id uuid not null references school,
  id uuid not null,
  /* an id that says nothing any more */
  person_id uuid not null,
  kind text not null check (kind in ('pupil', 'staff')),
  why text not null check (why in ('retention', 'request')),
  /* where the request is filed; null: the time had run out */
  reference text check (length(reference) between 1 and 100),
  actor text not null,
  at timestamptz not null,
  /* rows that went, by what kept them */
  erased jsonb not null,
  primary key (school_id, id),
  check ((why = 'request') = (reference is not null))
);
create index erasure_by_time on erasure (school_id, at desc);
${protect('person_deletion', 'erasure')}
/* in which schools somebody's time may have run out, and of nobody whose */
create policy across_schools on person_deletion for select to muster_across using (true);
grant select (school_id, remove_on) on person_deletion to muster_across;
`

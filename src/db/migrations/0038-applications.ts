import { protect } from './protect.ts'

/**
 * What people sign in to, and who may (S-31…S-37). An application belongs to the installation; one is there from the start. That
 * nothing is said of somebody means without access. Who goes, goes with their access: an undo removes whom its run has made.
 */
export const applications = `
create table application (
  id uuid primary key,
  name text not null unique,
  audience text not null check (audience in ('pupils', 'staff', 'everyone')),
  /* how it names itself when people sign in through us; null: it does not */
  sign_in_client text unique,
  created_at timestamptz not null
);
grant select on application to muster_app;
insert into application (id, name, audience, created_at) values (gen_random_uuid(), 'School portal', 'everyone', now());

create table access_grant (
  school_id uuid not null,
  person_id uuid not null,
  application_id uuid not null references application,
  state text not null check (state in ('with', 'without', 'pending_deletion')),
  /* the sync that gave it by itself; null: a person said so, or an undo */
  run_id uuid,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (school_id, person_id, application_id),
  foreign key (school_id, person_id) references person on delete cascade,
  foreign key (school_id, run_id) references run
);
create index access_grant_of_run on access_grant (school_id, run_id) where run_id is not null;
${protect('access_grant')}
`

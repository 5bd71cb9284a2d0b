import { protect } from './protect.ts'

export const directory = `
create table year_group (
  school_id uuid not null references school,
  code text not null,
  name text not null,
  position integer not null,
  primary key (school_id, code)
);
create table person (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('pupil', 'staff')),
  first_name text,
  middle_name text,
  last_name text,
  known_as_first_name text,
  known_as_last_name text,
  birth_date date,
  sex text check (sex in ('female', 'male', 'other', 'unspecified')),
  upn text,
  former_upn text,
  custom_id text,
  email text,
  username text,
  position text,
  user_type text check (user_type in ('Teacher', 'Staff', 'Administrator', 'Student')),
  status text not null check (status in ('active', 'disabled')),
  year_group text,
  /* fields that a person here owns: a sync shows what the MIS says and leaves them (D5) */
  local_fields text[] not null default '{}',
  primary key (school_id, id),
  foreign key (school_id, year_group) references year_group
);
create table class (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('registration', 'subject', 'group')),
  name text not null,
  code text,
  description text,
  year_groups text[] not null,
  is_archived boolean not null,
  primary key (school_id, id)
);
create table enrolment (
  school_id uuid not null,
  person_id uuid not null,
  class_id uuid not null,
  role text not null check (role in ('pupil', 'teacher')),
  is_primary boolean not null,
  /* a pupil is registered in one class (S-100) */
  is_registration boolean not null,
  primary key (school_id, person_id, class_id, role),
  foreign key (school_id, person_id) references person,
  foreign key (school_id, class_id) references class
);
create unique index enrolment_one_registration on enrolment (school_id, person_id) where is_registration and role = 'pupil';
create index enrolment_of_class on enrolment (school_id, class_id);

create table link (
  school_id uuid not null,
  record_kind text not null check (record_kind in ('person', 'class', 'year_group')),
  /* person or class id, or the code of a year group */
  record_id text not null,
  connection_id uuid not null,
  source_kind text not null check (source_kind in ('pupil', 'staff', 'class', 'year_group')),
  source_id text not null,
  started_at timestamptz not null,
  /* null while live */
  end_reason text check (end_reason in ('left', 'out_of_scope', 'unmatched', 'ids_cleared', 'merged')),
  ended_at timestamptz,
  primary key (school_id, record_kind, record_id, connection_id, source_kind, source_id),
  foreign key (school_id, connection_id) references connection,
  check ((end_reason is null) = (ended_at is null))
);
create unique index link_live_record on link (school_id, record_kind, record_id) where end_reason is null;
create unique index link_live_source on link (school_id, connection_id, record_kind, source_kind, source_id)
  where end_reason is null and record_kind <> 'year_group';

create table directory_change (
  school_id uuid not null,
  id uuid not null,
  record_kind text not null check (record_kind in ('person', 'class', 'year_group')),
  record_id text not null,
  /* what was done: create, update, remove */
  operation text not null check (operation in ('create', 'update', 'remove')),
  /* only the fields that changed */
  before jsonb not null,
  after jsonb not null,
  /* the run and its plan's change, or the person and their reason */
  run_id uuid,
  change_key text,
  actor text not null,
  reason jsonb not null,
  at timestamptz not null,
  primary key (school_id, id)
);
create index directory_change_of_record on directory_change (school_id, record_kind, record_id, at);
create index directory_change_of_run on directory_change (school_id, run_id);
${protect('year_group', 'person', 'class', 'enrolment', 'link', 'directory_change')}
`

import { protect, readableAcrossSchools } from './protect.ts'

export const runs = `
create table run (
  school_id uuid not null references school,
  id uuid not null,
  purpose text not null check (purpose in ('sync', 'check', 'undo', 'rehearsal')),
  scope text not null check (scope in ('all', 'staff', 'year_groups', 'classes', 'pupils')),
  state text not null check (state in ('queued', 'reading', 'matching', 'reviewing', 'ready', 'held', 'applying', 'applied', 'failed', 'discarded', 'undone')),
  connection_id uuid,
  upload_id uuid,
  snapshot integer,
  /* the run that an undo takes back */
  undoes_run_id uuid,
  options jsonb not null,
  /* counts and statuses for history; no personal data */
  result jsonb not null,
  failure jsonb,
  actor text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (school_id, id)
);
/* at most one run of a school is open */
create unique index run_open on run (school_id) where state in ('queued', 'reading', 'matching', 'reviewing', 'ready', 'applying');
create index run_by_time on run (school_id, created_at desc);
create index run_by_id on run (id);

create table run_progress (
  school_id uuid not null,
  run_id uuid not null,
  step text not null,
  done integer not null,
  total integer not null,
  at timestamptz not null,
  primary key (school_id, run_id),
  foreign key (school_id, run_id) references run
);

create table plan (
  school_id uuid not null,
  run_id uuid not null,
  hash text not null,
  snapshot integer,
  summary jsonb not null,
  holds jsonb not null,
  built_at timestamptz not null,
  primary key (school_id, run_id)
);
create table plan_change (
  school_id uuid not null,
  run_id uuid not null,
  key text collate "C" not null,
  record_kind text not null,
  population text not null,
  operation text not null,
  record_id text,
  source jsonb,
  before jsonb not null,
  after jsonb not null,
  reason jsonb not null,
  primary key (school_id, run_id, key),
  foreign key (school_id, run_id) references plan on delete cascade
);
create table approval (
  school_id uuid not null,
  run_id uuid not null,
  plan_hash text not null,
  actor text not null,
  at timestamptz not null,
  primary key (school_id, run_id, plan_hash)
);

create table audit_entry (
  school_id uuid not null references school,
  id uuid not null,
  actor text not null,
  action text not null,
  /* what it was done to: a run's id and the like, never a name */
  subject text not null,
  /* SHA-256 of what was done, such as a run's changes */
  payload_digest text not null,
  at timestamptz not null,
  primary key (school_id, id)
);
${protect('run', 'run_progress', 'plan', 'plan_change', 'approval', 'audit_entry')}
revoke update, delete on audit_entry from muster_app;
${readableAcrossSchools('run', 'run_progress')}
`

import { protect } from './protect.ts'

export const review = `
create table decision (
  school_id uuid not null references school,
  id uuid not null,
  connection_id uuid not null,
  kind text not null check (kind in ('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class')),
  record_kind text not null check (record_kind in ('person', 'class')),
  record_id text,
  source_kind text,
  source_id text,
  actor text not null,
  decided_at timestamptz not null,
  /* null while it holds */
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, connection_id) references connection
);
create index decision_holding on decision (school_id, connection_id) where ended_at is null;

create table veto (
  school_id uuid not null references school,
  person_id uuid not null,
  connection_id uuid not null,
  source_kind text not null,
  source_id text not null,
  actor text not null,
  decided_at timestamptz not null,
  primary key (school_id, person_id, connection_id, source_kind, source_id),
  foreign key (school_id, connection_id) references connection
);

/* a source record whose pair nobody has decided: while it is unchanged no later sync decides by itself */
create table doubt (
  school_id uuid not null references school,
  connection_id uuid not null,
  source_kind text not null check (source_kind in ('pupil', 'staff')),
  source_id text not null,
  /* of the record's version that was looked at */
  record_hash bytea not null,
  primary key (school_id, connection_id, source_kind, source_id),
  foreign key (school_id, connection_id) references connection
);

create table year_group_map (
  school_id uuid not null references school,
  /* as the source spells it, folded */
  source_value text not null,
  /* a year group's code; null: these people have no year group here */
  code text,
  actor text not null,
  decided_at timestamptz not null,
  primary key (school_id, source_value)
);

create table review_row (
  school_id uuid not null,
  run_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('pupil', 'staff')),
  person_id uuid,
  source_id text,
  status text not null check (status in ('not_matched', 'new', 'matched', 'may_match', 'synced', 'desynced')),
  reason text,
  not_seen boolean not null,
  will_import boolean not null,
  left_out text,
  probability real,
  bits real,
  reasons jsonb not null,
  primary key (school_id, run_id, position)
);
${protect('decision', 'veto', 'doubt', 'year_group_map', 'review_row')}
`

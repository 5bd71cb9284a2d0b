import { protect } from './protect.ts'

export const sources = `
create table connection (
  school_id uuid not null references school,
  id uuid not null,
  name text not null,
  kind text not null,
  state text not null check (state in ('live', 'ended')),
  created_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, name)
);

create table upload (
  school_id uuid not null references school,
  id uuid not null,
  connection_id uuid not null,
  /* what the reader knew at the end: format, extents, counts; no personal data */
  summary jsonb not null,
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, connection_id) references connection
);
create table upload_chunk (
  school_id uuid not null,
  upload_id uuid not null,
  number integer not null,
  /* encrypted (AES-256-GCM) and compressed */
  body bytea not null,
  primary key (school_id, upload_id, number),
  foreign key (school_id, upload_id) references upload on delete cascade
);

create table snapshot (
  school_id uuid not null,
  connection_id uuid not null,
  number integer not null,
  taken_at timestamptz not null,
  /* per kind: null when proven complete, else the reason why not */
  incomplete jsonb not null,
  /* people, classes named by the read, by kind */
  counts jsonb not null,
  primary key (school_id, connection_id, number),
  foreign key (school_id, connection_id) references connection
);
create table source_record (
  school_id uuid not null,
  connection_id uuid not null,
  kind text not null check (kind in ('pupil', 'staff', 'class')),
  source_id text not null,
  first_snapshot integer not null,
  /* null while current */
  last_snapshot integer,
  hash bytea not null,
  body jsonb not null,
  primary key (school_id, connection_id, kind, source_id, first_snapshot),
  foreign key (school_id, connection_id) references connection
);
create unique index source_record_current on source_record (school_id, connection_id, kind, source_id) where last_snapshot is null;

create table read_problem (
  school_id uuid not null,
  upload_id uuid not null,
  number integer not null,
  code text not null,
  file text,
  line integer,
  column_name text,
  value text,
  params jsonb not null,
  primary key (school_id, upload_id, number),
  foreign key (school_id, upload_id) references upload on delete cascade
);
${protect('connection', 'upload', 'upload_chunk', 'snapshot', 'source_record', 'read_problem')}
`

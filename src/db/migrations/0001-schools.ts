import { protect } from './protect.ts'

export const schools = `
create table school_group (
  id uuid primary key,
  name text not null
);
create table school (
  id uuid primary key,
  school_group_id uuid references school_group,
  code text not null unique,
  external_id text not null unique,
  name text not null,
  country text not null,
  vocabulary text not null check (vocabulary in ('en-GB', 'en-US')),
  time_zone text not null,
  year_start text not null check (year_start ~ '^[0-9]{2}-[0-9]{2}$'),
  is_made_up boolean not null,
  created_at timestamptz not null
);
grant select, insert, update on school_group, school to muster_app;
grant select on school to muster_across;

create table school_setting (
  school_id uuid not null references school,
  name text not null,
  value jsonb not null,
  primary key (school_id, name)
);
${protect('school_setting')}
`

import { protect, readableAcrossSchools } from './protect.ts'

/** When a school is checked by itself, and when never. */
export const schedule = `
create table schedule (
  school_id uuid primary key references school,
  mode text not null check (mode in ('off', 'check', 'sync', 'additions')),
  /* of the day, by the school's own clock */
  minute smallint not null check (minute between 0 and 1439),
  /* 1: Monday */
  days smallint[] not null,
  only_in_term boolean not null,
  /* whatever was due up to then is dealt with: done, passed over, or missed and made good */
  dealt_until timestamptz not null,
  paused_at timestamptz,
  paused_by text,
  paused_why text check (paused_why in ('undo', 'person')),
  /* the first day on which it goes on; null: until a person says so */
  paused_until date,
  version integer not null
);
create table calendar_period (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('term', 'closed')),
  name text not null,
  from_date date not null,
  /* included */
  to_date date not null check (to_date >= from_date),
  primary key (school_id, id)
);
${protect('schedule', 'calendar_period')}
${readableAcrossSchools('schedule')}
`

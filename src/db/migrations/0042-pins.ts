import { protect } from './protect.ts'

/** Details of synced people that a person said to keep as they are here, why and until when. */
export const pins = `
create table field_pin (
  school_id uuid not null,
  person_id uuid not null,
  /* the name of a person field */
  field text not null,
  reason text not null check (length(reason) between 1 and 200),
  /* the last day, by the school's own clock, on which syncs leave the detail */
  until date not null,
  actor text not null,
  at timestamptz not null,
  primary key (school_id, person_id, field),
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
${protect('field_pin')}
`

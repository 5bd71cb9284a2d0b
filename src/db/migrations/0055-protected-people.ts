import { protect } from './protect.ts'

/** People of whom no sync may end the link or change the identity before somebody has looked, and why. */
export const protectedPeople = `
create table protected_person (
  school_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  actor text not null,
  at timestamptz not null,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
${protect('protected_person')}
`

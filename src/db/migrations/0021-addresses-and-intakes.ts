import { protect } from './protect.ts'

/** Doubts about addresses in the review, and the school year in which each pupil began. */
export const addressesAndIntakes = `
alter table review_row
  /* an address in the source that may be nobody's own: a parent's by its words, or shared by several people */
  add column email_doubt text check (email_doubt in ('parent', 'shared'));

alter table person
  /* S-91: the year in which the pupil's first school year here began or would have; set once, whatever year group they are in later */
  add column intake_year integer;
/* what counting intakes anew changed (S-90), so that an undo gives it back */
create table intake_change (
  school_id uuid not null references school,
  run_id uuid not null,
  person_id uuid not null,
  before integer,
  after integer not null,
  primary key (school_id, run_id, person_id),
  foreign key (school_id, run_id) references run
);
${protect('intake_change')}
`

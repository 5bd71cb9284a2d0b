/** A plan can be applied in two parts, a few people first; and an undo stands beside a review that is going on (ADR 32). */
export const firstParts = `
alter table run
  /* the run whose plan this first part was cut from: applied before it, by itself */
  add column first_of uuid;
drop index run_open;
/* at most one review of a school is open, and one undo beside it; parts on hold and first parts are neither */
create unique index run_open on run (school_id, purpose) where purpose in ('sync', 'undo') and held_from is null and first_of is null
  and state in ('queued', 'reading', 'matching', 'reviewing', 'ready', 'applying');
/* one first part of a plan at a time */
create unique index run_first on run (school_id, first_of) where first_of is not null and state in ('ready', 'applying');
create index run_first_of on run (school_id, first_of) where first_of is not null;
`

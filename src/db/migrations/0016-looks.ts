/** Checks and rehearsals stand beside the run that is open: they only look, so that neither takes the other's place. */
export const looks = `
alter table run drop constraint run_state_check;
alter table run add constraint run_state_check check (state in
  ('queued', 'reading', 'matching', 'reviewing', 'ready', 'held', 'applying', 'applied', 'failed', 'discarded', 'undone', 'checked'));
drop index run_open;
/* at most one run of a school that may change its directory is open besides parts on hold, and one look of each kind */
create unique index run_open on run (school_id) where purpose in ('sync', 'undo') and held_from is null
  and state in ('queued', 'reading', 'matching', 'reviewing', 'ready', 'applying');
create unique index run_looking on run (school_id, purpose) where purpose in ('check', 'rehearsal')
  and state in ('queued', 'reading', 'matching');
/* a file of a day to come: nothing syncs from it unless a person names it */
alter table upload add column is_for_rehearsal boolean not null default false;
`

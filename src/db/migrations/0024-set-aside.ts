/** People whom somebody said to ignore for ever, or to leave as they are in one sync; details that somebody typed where a source has none. */
export const setAside = `
alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check
  check (kind in ('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class', 'sync_email', 'no_email', 'include', 'keep_name', 'take_name',
    'ignore', 'leave_out_once', 'consider', 'supply_email', 'supply_name', 'supply_birth_date'));
alter table decision
  /* the detail that somebody typed, by the names of person fields */
  add column typed jsonb;

alter table review_row
  /* a person said: never, or not in this sync */
  add column set_aside text check (set_aside in ('ever', 'once')),
  /* the other record of the source that may be the same person, with what a person reads of it */
  add column double jsonb,
  /* details that the source does not say and that may be typed, and those that somebody did type */
  add column missing jsonb not null default '[]',
  add column typed jsonb not null default '[]';
`

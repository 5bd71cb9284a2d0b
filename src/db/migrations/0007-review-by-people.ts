import { protect } from './protect.ts'

/** Runs that people review in a browser: scopes, panels, versions, batches of decisions that can be taken back. */
export const reviewByPeople = `
alter table run drop constraint run_scope_check;
alter table run add constraint run_scope_check
  check (scope in ('all', 'staff', 'year_groups', 'registration_classes', 'subject_classes', 'classes', 'pupils'));
alter table run
  /* rises with every decision and every new plan */
  add column version integer not null default 1,
  /* panels of the wizard that a person has saved */
  add column saved_panels text[] not null default '{}',
  /* the plan that a person said to apply, and who: set until it is applied, stopped or overtaken by a decision */
  add column apply_plan_hash text,
  add column apply_actor text;
/* found by a review, not by the reader: replaced by the next look */
alter table read_problem add column is_of_review boolean not null default false;
alter table run_progress add column is_stop_requested boolean not null default false;

alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check
  check (kind in ('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class', 'sync_email', 'no_email', 'include'));
alter table decision
  /* what a person said in one go, in which run: taken back together */
  add column batch_id uuid,
  add column run_id uuid,
  /* the batch that overruled it, so that taking that back revives it */
  add column ended_by_batch uuid,
  /* what it did to the veto of its pair: made one, lifted one */
  add column veto_effect text check (veto_effect in ('made', 'lifted'));
create index decision_of_batch on decision (school_id, batch_id) where batch_id is not null;

/* a cache of what follows from links, decisions and the snapshot: made anew, nothing is lost */
drop table review_row;
create table review_row (
  school_id uuid not null,
  run_id uuid not null,
  /* our person's id, else one made from kind and source id */
  row_id uuid not null,
  /* who needs a look first: 0 undecided, then not matched, left out, new, desynced, matched, synced */
  need smallint not null,
  /* the version of the run at which the row last changed */
  version integer not null,
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
  pass text,
  reasons jsonb not null,
  guards jsonb not null,
  /* both sides and what would be written, as a person reads them */
  here jsonb,
  there jsonb,
  changes jsonb not null,
  sync_email boolean,
  needs_decision boolean not null,
  decided jsonb,
  year_group text,
  class_name text,
  sort_name text not null,
  /* folded words that a search finds it by */
  search text not null,
  /* of everything above: a row that has not changed is not written again */
  digest text not null,
  primary key (school_id, run_id, row_id)
);
create index review_row_in_order on review_row (school_id, run_id, kind, need, sort_name);
${protect('review_row')}
`

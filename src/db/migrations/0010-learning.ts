import { protect } from './protect.ts'

/** What a school's own decisions have taught its matching: weights in versions, and spellings that stand for one name. */
export const learning = `
create table learned_weights (
  school_id uuid not null references school,
  version integer not null,
  kind text not null check (kind in ('pupil', 'staff')),
  /* the shipped weights that it was learnt from: of no use with others */
  base text not null,
  weights jsonb not null,
  aliases jsonb not null,
  /* explicit decisions it was learnt from */
  decisions integer not null,
  /* what a replay of those decisions said; ids only */
  report jsonb not null,
  state text not null check (state in ('proposed', 'adopted', 'retired')),
  /* the version whose place it took; null: the shipped weights */
  replaces integer,
  proposed_by text not null,
  proposed_at timestamptz not null,
  adopted_by text,
  adopted_at timestamptz,
  retired_by text,
  retired_at timestamptz,
  primary key (school_id, version),
  foreign key (school_id, replaces) references learned_weights
);
create unique index learned_weights_adopted on learned_weights (school_id, kind) where state = 'adopted';

create table alias (
  school_id uuid not null references school,
  kind text not null check (kind in ('pupil', 'staff')),
  box text not null check (box in ('forename', 'surname')),
  /* folded, the lesser first */
  left_name text not null,
  right_name text not null check (left_name collate "C" < right_name collate "C"),
  /* the version it came with; null: a person said so by itself */
  version integer,
  /* of the Match decisions it was seen in */
  decision_ids uuid[] not null,
  actor text not null,
  decided_at timestamptz not null,
  primary key (school_id, kind, box, left_name, right_name),
  foreign key (school_id, version) references learned_weights
);
${protect('learned_weights', 'alias')}
`

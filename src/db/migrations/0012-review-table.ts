/** What the review is filtered by, which rows are alike, and decisions that were taken back or have lost their record. */
export const reviewTable = `
alter table review_row
  /* why the row stands where it does, and the day that belongs to it */
  add column ground text,
  add column ground_on text,
  /* desynced, and nobody need wonder why */
  add column is_expected boolean not null default false,
  /* which kinds of details a sync would change */
  add column touches jsonb not null default '[]',
  /* the same for rows with exactly the same evidence and the same kinds of changes; null: each must be looked at */
  add column pattern text;
alter table decision
  /* undone by a person, who may redo it */
  add column taken_back_at timestamptz,
  /* its record was no longer in the source when the review was read anew */
  add column gone_at timestamptz;
`

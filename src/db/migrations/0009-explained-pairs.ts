/** The cache of review rows says who else could be the other half, and what would change the answer. */
export const explainedPairs = `
alter table review_row
  /* side, id and bits of the best other pair */
  add column rival jsonb,
  /* sentences as code and params */
  add column what_if jsonb not null default '[]';
`

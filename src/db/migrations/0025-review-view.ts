/** How somebody wants the review table: their own choice, in every school and browser. */
export const reviewView = `
alter table account
  /* optional columns, and how close the rows stand; absent keys: as the table is at first */
  add column review_view jsonb not null default '{}';
`

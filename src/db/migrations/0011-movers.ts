/** The cache of review rows notes who may come from another school of the group. */
export const movers = `
alter table review_row
  /* the other school's id, and whether upn, email or names says so: nothing of the record there */
  add column mover jsonb;
`

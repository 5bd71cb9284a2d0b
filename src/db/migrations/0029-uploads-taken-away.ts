/** An upload that nothing has come of can be taken away; its line in the upload history stays and says so. */
export const uploadsTakenAway = `
alter table upload_entry
  /* when somebody took away what was read, before anything came of it */
  add column taken_away_at timestamptz;
`

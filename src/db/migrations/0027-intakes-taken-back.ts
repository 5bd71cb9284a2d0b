/** An undo takes back an intake that was noted for the first time, and the undo of that undo gives it again. */
export const intakesTakenBack = `
alter table intake_change
  alter column after drop not null;
`

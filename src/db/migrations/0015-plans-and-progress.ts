/** A plan keeps what it means for people, as it was on the day it was made (N-14); progress counts records (UX-C11). */
export const plansAndProgress = `
alter table plan
  /* sentences as code, population, count and names of classes: no names of people */
  add column consequences jsonb not null default '[]';
alter table run_progress
  /* records written so far, by what they are; null before any are written */
  add column written jsonb;
`

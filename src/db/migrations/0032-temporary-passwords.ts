/** A password that somebody was given: it holds for a time, and is changed when it is used. */
export const temporaryPasswords = `
alter table account
  /* null: the account's own */
  add column password_expires_at timestamptz;
`

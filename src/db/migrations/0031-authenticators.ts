/** A second step of signing in: codes of an app, and what helps without it. */
export const authenticators = `
create table authenticator (
  account_id uuid primary key references account,
  /* encrypted (AES-256-GCM): codes are made from it */
  secret bytea not null,
  created_at timestamptz not null,
  /* null: shown, but no code of it has been typed yet; it does not count */
  confirmed_at timestamptz,
  /* the last step of 30 seconds whose code was used: that one and those before count no more */
  last_step bigint not null default 0
);
create table recovery_code (
  account_id uuid not null references account,
  /* SHA-256; gone when it was used */
  hash bytea not null,
  primary key (account_id, hash)
);
grant select, insert, update, delete on authenticator, recovery_code to muster_app;
`

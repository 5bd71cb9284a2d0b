/**
 * Who may come in. Of the whole installation: an account may have roles in many schools, and is looked for before it is known
 * in which. Read and written by `access` only. A school stands in these tables as `in_school_id`: `school_id` is the mark of
 * tables that row-level security keeps to one school.
 */
export const access = `
create table account (
  id uuid primary key,
  /* as typed; unique by its folded form */
  email text not null,
  email_folded text not null unique,
  name text not null,
  /* Argon2id, with its parameters */
  password_hash text not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);
create table session (
  /* SHA-256 of the cookie: who reads the table cannot sign in */
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_of_account on session (account_id);
create table role_grant (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null check (role in ('access_coordinator', 'deputy', 'viewer', 'teacher_admin', 'teacher', 'group_admin', 'platform_admin')),
  /* a role in a school, in a group of schools, or in the installation */
  in_school_id uuid references school,
  in_group_id uuid references school_group,
  granted_by text not null,
  granted_at timestamptz not null,
  check (case role when 'platform_admin' then in_school_id is null and in_group_id is null
    when 'group_admin' then in_school_id is null and in_group_id is not null
    else in_school_id is not null and in_group_id is null end)
);
create unique index role_grant_in_school on role_grant (account_id, in_school_id) where in_school_id is not null;
create index role_grant_of_school on role_grant (in_school_id) where in_school_id is not null;
create unique index role_grant_elsewhere on role_grant (account_id, role, coalesce(in_group_id::text, '')) where in_school_id is null;
create table invitation (
  id uuid primary key,
  /* SHA-256 of the token in the link, which is shown once */
  token_hash bytea not null unique,
  in_school_id uuid not null references school,
  role text not null check (role in ('access_coordinator', 'deputy', 'viewer')),
  email text not null,
  email_folded text not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  /* accepted or withdrawn */
  ended_at timestamptz
);
create index invitation_of_school on invitation (in_school_id);
create table sign_in_failure (
  /* SHA-256 of the folded address, known to us or not: who is locked out tells nobody who has an account */
  email_hash bytea primary key,
  /* tries in a row without success; one more than the limit: locked */
  count integer not null,
  last_at timestamptz not null
);
create index sign_in_failure_by_age on sign_in_failure (last_at);
grant select, insert, update, delete on account, session, role_grant, invitation, sign_in_failure to muster_app;

/* what If-Match says of a school's details */
alter table school add column version integer not null default 1;
`

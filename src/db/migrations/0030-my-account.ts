/** What somebody can see of their own account: where it is signed in, and what happened to it. */
export const myAccount = `
alter table session
  /* names a session without being its secret */
  add column id uuid not null default gen_random_uuid() unique,
  /* as the browser says of itself; null: it says nothing we know */
  add column browser text,
  add column system text,
  /* shortened: the network, not the computer */
  add column address text;
create table account_event (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null,
  /* the actor: the account itself, or who did it for them; null: nobody who was signed in */
  by text,
  at timestamptz not null
);
create index account_event_of_account on account_event (account_id, at desc, id desc);
/* can be added to and read, nothing else */
grant select, insert on account_event to muster_app;
`

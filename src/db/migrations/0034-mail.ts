import { protect, readableAcrossSchools } from './protect.ts'

/** Messages are sent: they wait for their time, are handed to the mail server, and end as sent or failed. */
export const mail = `
alter table outbox_message
  drop constraint outbox_message_kind_check,
  drop constraint outbox_message_state_check,
  drop constraint outbox_message_why_check,
  alter column person_id drop not null,
  alter column why drop not null,
  /* the actor for whom it is sent */
  add column owed_by text,
  /* the invitation whose link it carries */
  add column invitation_id uuid,
  /* not before this time: when somebody wants it sent, or when it is tried again */
  add column not_before timestamptz,
  add column attempts integer not null default 0,
  /* when a worker took it to hand it over */
  add column claimed_at timestamptz,
  /* what the mail server answered last, such as 550 */
  add column reply_code integer,
  add constraint outbox_message_kind_check check (kind in ('staff_invitation', 'pupil_email_verification', 'team_invitation')),
  add constraint outbox_message_state_check check (state in ('held', 'queued', 'sending', 'sent', 'bounced', 'failed', 'dropped')),
  add constraint outbox_message_why_check check (why in ('no_mail_server', 'made_up_school', 'not_ready', 'by_hand', 'address_refused', 'refused',
    'gave_up', 'interrupted')),
  add constraint outbox_message_queued_check check (state not in ('queued', 'sending') or not_before is not null),
  add constraint outbox_message_claimed_check check (state <> 'sending' or claimed_at is not null);
drop index outbox_message_held;
/* nobody is owed the same twice */
create unique index outbox_message_waiting on outbox_message (school_id, person_id, kind) where state in ('held', 'queued', 'sending');
create index outbox_message_due on outbox_message (school_id, not_before) where state in ('queued', 'sending');

/* staff whom a sync brings are invited as teachers */
alter table invitation drop constraint invitation_role_check,
  add constraint invitation_role_check check (role in ('access_coordinator', 'deputy', 'viewer', 'teacher'));

/* one row for each school: when its next message is due. Read across schools, so that a worker need not ask them all */
create table mail_due (
  school_id uuid primary key references school,
  at timestamptz not null
);
${protect('mail_due')}
${readableAcrossSchools('mail_due')}

/* asked for by whoever knows the address; its own e-mail too, so that it is sent once */
create table password_reset (
  id uuid primary key,
  account_id uuid not null references account,
  /* SHA-256 of the token in the link, which follows from the installation's key and is kept nowhere */
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  /* used, or overtaken by a later one */
  ended_at timestamptz,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
  not_before timestamptz not null,
  attempts integer not null default 0,
  claimed_at timestamptz
);
create index password_reset_of_account on password_reset (account_id, created_at);
create index password_reset_due on password_reset (not_before) where state in ('queued', 'sending');
grant select, insert, update, delete on password_reset to muster_app;
`

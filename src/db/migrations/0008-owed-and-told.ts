import { protect } from './protect.ts'

/** Messages that are owed, events that browsers follow, and answers to requests that must not be carried out twice. */
export const owedAndTold = `
create table outbox_message (
  school_id uuid not null references school,
  id uuid not null,
  kind text not null check (kind in ('staff_invitation', 'pupil_email_verification')),
  person_id uuid not null,
  address text not null,
  /* the run whose apply owes it */
  run_id uuid,
  state text not null check (state in ('held', 'dropped')),
  why text not null check (why in ('no_mail_server', 'made_up_school')),
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  primary key (school_id, id)
);
create index outbox_message_of_run on outbox_message (school_id, run_id);
/* nobody is owed the same twice */
create unique index outbox_message_held on outbox_message (school_id, person_id, kind) where state = 'held';

/* written under the lock of the school's row, so that numbers come in the order of commits */
create table event (
  school_id uuid not null references school,
  number bigint generated always as identity,
  type text not null,
  run_id uuid,
  version integer,
  at timestamptz not null,
  primary key (school_id, number)
);

create table idempotency_key (
  school_id uuid not null references school,
  actor text not null,
  key text not null,
  /* route and SHA-256 of path and body: another request under the same key is refused */
  request_hash bytea not null,
  /* null while the first request is being answered */
  status integer,
  /* JSON as it was sent: jsonb would put its members in another order */
  answer text,
  created_at timestamptz not null,
  primary key (school_id, actor, key)
);
${protect('outbox_message', 'event', 'idempotency_key')}
`

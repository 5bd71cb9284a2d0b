import { protect } from './protect.ts'

/** Who asks for access, and what was answered (S-36). One that is ignored stays asked for whoever asked. */
export const accessRequests = `
create table access_request (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  application_id uuid not null references application,
  asked_by text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('granted', 'denied', 'ignored')),
  answered_by text,
  answered_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person on delete cascade,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create unique index access_request_open on access_request (school_id, person_id, application_id) where answer is null;
create index access_request_of_person on access_request (school_id, person_id, application_id, asked_at);
${protect('access_request')}
`

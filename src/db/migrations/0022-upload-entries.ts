import { protect } from './protect.ts'

/** What stays of an upload when its rows are gone: the line of the school's upload history (S-152). Uploads before this have none. */
export const uploadEntries = `
create table upload_entry (
  school_id uuid not null references school,
  /* the upload's; no reference, the upload is gone after seven days */
  id uuid not null,
  actor text not null,
  /* as the sender's machine called it */
  file_name text not null,
  /* rows of people as the reader counted them, before the school was compared: read = used + left out + rejected */
  rows jsonb not null,
  is_for_rehearsal boolean not null,
  created_at timestamptz not null,
  primary key (school_id, id)
);
create index upload_entry_by_time on upload_entry (school_id, created_at desc);
create index run_by_upload on run (school_id, upload_id);
${protect('upload_entry')}
`

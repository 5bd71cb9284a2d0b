import type { Definition } from './definition.ts'

/** Problems of the database and the process around it. Sorted by code. */
export const databaseProblems = {
  'database.connection_lost': {
    status: 503,
    recovery: 'retry-later',
    title: 'The connection to the database was lost',
    cure: 'Nothing is half done: what was not finished has been taken back. See that the database runs, then try again.',
  },
  'database.data_folder_unusable': {
    status: 500,
    recovery: 'stop-run',
    title: 'The data folder cannot be used',
    cure: 'Muster cannot use {path} ({detail}). Choose a folder you may write to with --data DIR or DATA_DIR, or set DATABASE_URL to use a PostgreSQL server.',
  },
  'database.other_key': {
    status: 500,
    recovery: 'stop-run',
    title: 'The database was made with another key',
    cure: 'Set MUSTER_KEY or MUSTER_KEY_FILE to the key this database was made with, or choose another database.',
  },
  'database.reads_across_schools': {
    status: 500,
    recovery: 'stop-run',
    title: "Muster's own database login could read across schools",
    cure: 'Take superuser, BYPASSRLS, roles other than muster_app and muster_across, and rights on tables away from muster_login; see that every table of the schema muster with school_id has row-level security, enabled and forced. Then start again.',
  },
  'database.schema_newer': {
    status: 500,
    recovery: 'stop-run',
    title: 'The database was made by a newer version of Muster',
    cure: 'Start the newer version again, or restore a backup made before it.',
  },
  'database.unreachable': {
    status: 503,
    recovery: 'retry-later',
    title: 'The database server does not let us in',
    cure: 'The server at {address} answers: {detail}. Check that it runs, and that host, user and password of DATABASE_URL are right.',
  },
} as const satisfies Record<string, Definition>

import type { Definition } from './definition.ts'

/** Problems of a package of files that belong together (OneRoster, School Data Sync). Sorted by code. */
export const packageProblems = {
  'package.bulk_with_deletions': {
    status: 200,
    recovery: 'fix-input',
    title: 'Complete files mark records as deleted',
    cure: 'These files are called bulk, but rows in them are marked tobedeleted: {files}. They were read as changes only: nothing is taken to have ended because it is absent.',
  },
  'package.bulk_with_status': {
    status: 200,
    recovery: 'fix-input',
    title: 'Complete files carry status or dates of change',
    cure: 'These files are called bulk and were read as complete: {files}. In a bulk file the columns status and dateLastModified should be blank.',
  },
  'package.change_not_applied': {
    status: 200,
    recovery: 'fix-input',
    title: 'Changes of people who are not in the package were not applied',
    cure: '{count} rows change roles of people who have no row in users.csv. Send these people as well, or export a bulk package.',
  },
  'package.change_without_school': {
    status: 200,
    recovery: 'fix-input',
    title: 'Changes name no school',
    cure: '{count} rows change people sent earlier and do not say their school. They count in the schools of this package that know them, and nowhere else.',
  },
  'package.delta': {
    status: 200,
    recovery: 'fix-input',
    title: 'The package holds changes only',
    cure: 'These files hold changes only: {files}. Nobody is taken for a leaver by absence. Export a bulk package to find leavers.',
  },
  'package.file_missing': {
    status: 200,
    recovery: 'fix-input',
    title: 'A file of the package is missing',
    cure: 'manifest.csv announces this file. Export the package again; until then its records are left as they are.',
  },
  'package.file_not_announced': {
    status: 200,
    recovery: 'fix-input',
    title: 'A file is not announced by the manifest',
    cure: 'It was read, but not taken as complete. Say bulk or delta for it in manifest.csv.',
  },
  'package.no_changes': {
    status: 200,
    recovery: 'skip-record',
    title: 'The package says that nothing has changed',
    cure: 'It holds a manifest and no records. Nothing was changed and nothing is to do.',
  },
  'package.unknown_file': {
    status: 200,
    recovery: 'skip-record',
    title: 'A file does not belong to the package',
    cure: 'It was not read and its rows are not counted. Remove it, or name it as the format asks.',
  },
} as const satisfies Record<string, Definition>

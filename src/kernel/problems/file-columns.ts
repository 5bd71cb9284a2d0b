import type { Definition } from './definition.ts'

/** Problems of a file's headings, and of what its columns are. Sorted by code. */
export const fileColumnProblems = {
  'file.birth_dates_unreadable': {
    status: 422,
    recovery: 'stop-run',
    title: 'The birth dates cannot be read',
    cure: 'In the column {column} of {file}, write every date as YYYY-MM-DD, or every one as YYYYMMDD or DD/MM/YYYY.',
  },
  'file.column_expected': {
    status: 200,
    recovery: 'fix-input',
    title: 'A column that belongs to this format is missing',
    cure: 'The file was read without it. Add the column; its cells may be blank.',
  },
  'file.column_missing': {
    status: 422,
    recovery: 'stop-run',
    title: 'A column is missing',
    cure: 'Add the column with exactly this name; its cells may be blank.',
  },
  'file.column_twice': {
    status: 200,
    recovery: 'fix-input',
    title: 'A column name stands twice',
    cure: 'The first column of that name was read, the other was not. Rename or remove one of them.',
  },
  'file.column_unnamed': {
    status: 200,
    recovery: 'fix-input',
    title: 'A column has no name',
    cure: 'The column was not read. Name it in the header row if it is needed.',
  },
  'file.columns_unknown': {
    status: 422,
    recovery: 'stop-run',
    title: 'The columns of this file were not recognised',
    cure: 'Name the columns in the first row in a way Muster knows, such as First name, Last name and Date of birth.',
  },
  'file.dates_ambiguous': {
    status: 200,
    recovery: 'fix-input',
    title: 'Dates could be day first or month first',
    cure: 'They were read as {readAs}. Export dates as YYYY-MM-DD to be certain.',
  },
  'file.layout_row': {
    status: 200,
    recovery: 'skip-record',
    title: 'Lines of a printed list were left out',
    cure: '{count} rows were the header again, a total, a page number or the like. Nothing to do.',
  },
  'file.map_secret_column': {
    status: 422,
    recovery: 'stop-run',
    title: 'A password column cannot be mapped',
    cure: 'Take the column out of the map. Passwords are never read from a file.',
  },
  'file.map_unknown_column': {
    status: 422,
    recovery: 'stop-run',
    title: 'The map names a column that the file does not have',
    cure: 'Write the column exactly as in the header row of the file.',
  },
  'file.map_unknown_field': {
    status: 422,
    recovery: 'stop-run',
    title: 'The map names a field that there is not',
    cure: 'Use one of: {known}.',
  },
  'file.map_unreadable': {
    status: 422,
    recovery: 'fix-input',
    title: 'The mapping file cannot be read',
    cure: 'Give a JSON object with our field names and your columns, such as {"first_name": "Given name", "birth_date": "Born"}.',
  },
  'file.no_header': {
    status: 422,
    recovery: 'stop-run',
    title: 'The first row is no header',
    cure: 'Add a first row with the names of the columns, such as First name, Last name, Date of birth.',
  },
  'file.title_rows': {
    status: 200,
    recovery: 'fix-input',
    title: 'There are rows above the header',
    cure: 'They were skipped: the header was found on line {line}.',
  },
  'file.unclosed_quote_in_header': {
    status: 422,
    recovery: 'stop-run',
    title: 'A quotation mark in the header row is never closed',
    cure: 'Close the quotation mark on this line, then hand in the file again.',
  },
  'file.without_id_column': {
    status: 422,
    recovery: 'stop-run',
    title: 'No column says the id of each person',
    cure: 'Name the column of {file} "id", or say which one it is: --map with {"id": "<column>"}. The file has: {columns}.',
  },
} as const satisfies Record<string, Definition>

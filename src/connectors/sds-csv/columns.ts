import type { ColumnNames } from '../reading/index.ts'

/*
 * School Data Sync v1, with the names of its UK flavour beside: `DfE Number` and `ID` for `SIS ID`. Password columns are not
 * among them and are never read.
 */

const ID = ['SIS ID', 'ID']
const SCHOOL = ['School SIS ID', 'School DfE Number']

export const SCHOOL_COLUMNS = {
  required: { id: ['SIS ID', 'DfE Number', 'ID'] },
  expected: { name: ['Name'] },
  optional: { status: ['Status'] },
} as const satisfies ColumnNames<string>

const PERSON = {
  status: ['Status'],
  firstName: ['First Name'],
  middleName: ['Middle Name'],
  lastName: ['Last Name'],
  username: ['Username'],
  email: ['Secondary Email', 'Email'],
  stateId: ['State ID'],
} as const

export const STUDENT_COLUMNS = {
  required: { id: ID },
  expected: { school: SCHOOL },
  optional: { ...PERSON, customId: ['Student Number'], grade: ['Grade'], birthDate: ['Birthdate', 'Birth Date'], sex: ['Gender', 'Sex'] },
} as const satisfies ColumnNames<string>

export const TEACHER_COLUMNS = {
  required: { id: ID },
  expected: { school: SCHOOL },
  optional: { ...PERSON, customId: ['Teacher Number'], position: ['Title'] },
} as const satisfies ColumnNames<string>

export const SECTION_COLUMNS = {
  required: { id: ID },
  expected: { school: SCHOOL, name: ['Section Name'] },
  optional: {
    status: ['Status'],
    number: ['Section Number'],
    course: ['Course Name'],
    description: ['Course Description'],
    subject: ['Course Subject'],
  },
} as const satisfies ColumnNames<string>

export const MEMBERSHIP_COLUMNS = {
  required: { section: ['Section SIS ID', 'Section ID'], person: ID },
  optional: { status: ['Status'] },
} as const satisfies ColumnNames<string>

import type { Vocabulary } from './code-sets/year-groups.ts'
import type { PersonFields } from './person.ts'

/** What a column of a people file can mean: a field of the person, or who and where the person is. */
export type FieldName =
  | keyof PersonFields
  | 'id'
  | 'fullName'
  | 'leavingDate'
  | 'school'
  | 'schoolName'
  | 'registrationClass'
  | 'subjectClass'

/** One field, everywhere it is named: templates, `--map`, recognised headers, documentation. */
export interface Field {
  readonly name: FieldName
  /** Its name in OneRoster 1.2 CSV, where it has one. */
  readonly oneRoster: string | null
  readonly format: string
  readonly example: string
  readonly label: Readonly<Record<Vocabulary, string>>
  /** Headers that mean it, best first, as people write them; compared by `foldHeader`. */
  readonly synonyms: readonly string[]
  /** Headers that mean it in a file of staff only. */
  readonly staffSynonyms?: readonly string[]
}

const TEXT = 'text'
const list = (names: string): readonly string[] => names.split(' | ')
const same = (label: string): Readonly<Record<Vocabulary, string>> => ({ 'en-GB': label, 'en-US': label })

/**
 * Every field once. The order decides who gets a column that two could have: "Forename" is the first name, unless
 * "Legal Forename" stands beside it; then it is the name by which the person is known (FORMATS 5.4, 5.6, 11).
 */
export const FIELDS: readonly Field[] = [
  {
    name: 'id',
    oneRoster: 'sourcedId',
    format: TEXT,
    example: '604821',
    label: same('MIS ID'),
    synonyms: list('id | MIS ID | sourcedId | SIS ID | Person ID | studentUniqueId | staffUniqueId | Unique ID | Pupil GUID'),
  },
  {
    name: 'customId',
    oneRoster: 'identifier',
    format: TEXT,
    example: '004417',
    label: { 'en-GB': 'Admission number or staff code', 'en-US': 'Student or employee ID' },
    synonyms: list(
      'custom_id | Admission Number | Admission No | Adm No | Adno | Pupil ID | Student ID | Student Number | Pupil Number | ' +
        'Learner ID | Roll Number | Roll No | Local ID | identifier',
    ),
    staffSynonyms: list(
      'Staff Code | Staff ID | Staff Number | Employee ID | Employee Number | Employee No | Teacher ID | Teacher Number | ' +
        'Payroll Number | Initials',
    ),
  },
  {
    name: 'firstName',
    oneRoster: 'givenName',
    format: TEXT,
    example: 'Ava',
    label: { 'en-GB': 'Forename', 'en-US': 'First name' },
    synonyms: list(
      'Legal Forename | Legal First Name | Forename | First Name | Given Name | Pupil Forename | Student First Name | ' +
        'Forenames | First Names | Preferred Forename | Preferred First Name | Preferred Name | Chosen Name',
    ),
    staffSynonyms: list('Staff Forename | Teacher First Name'),
  },
  {
    name: 'middleName',
    oneRoster: 'middleName',
    format: TEXT,
    example: 'Rose',
    label: { 'en-GB': 'Middle names', 'en-US': 'Middle name' },
    synonyms: list('Middle Name | Middle Names | Legal Middle Names | Student Middle Name'),
  },
  {
    name: 'lastName',
    oneRoster: 'familyName',
    format: TEXT,
    example: 'Tindall-Moss',
    label: { 'en-GB': 'Surname', 'en-US': 'Last name' },
    synonyms: list(
      'Legal Surname | Legal Last Name | Surname | Last Name | Family Name | lastSurname | Pupil Surname | Student Last Name | ' +
        'Preferred Surname | Preferred Last Name',
    ),
    staffSynonyms: list('Staff Surname | Teacher Last Name'),
  },
  {
    name: 'knownAsFirstName',
    oneRoster: 'preferredGivenName',
    format: TEXT,
    example: 'Avie',
    label: { 'en-GB': 'Known as', 'en-US': 'Preferred first name' },
    synonyms: list(
      'Known As | Known As First Name | Known As Forename | Preferred Forename | Preferred First Name | preferredGivenName | ' +
        'Preferred Name | Chosen Name | Chosen First Name | Nickname | Forename | First Name | Given Name',
    ),
  },
  {
    name: 'knownAsLastName',
    oneRoster: 'preferredFamilyName',
    format: TEXT,
    example: 'Moss',
    label: { 'en-GB': 'Known-as surname', 'en-US': 'Preferred last name' },
    synonyms: list(
      'Known As Last Name | Known As Surname | Preferred Surname | Preferred Last Name | preferredLastSurname | ' +
        'preferredFamilyName | Chosen Surname | Surname | Last Name | Family Name',
    ),
  },
  {
    name: 'fullName',
    oneRoster: null,
    format: 'Surname, Forename or Forename Surname',
    example: 'Tindall, Ava',
    label: same('Full name'),
    synonyms: list('Full Name | Name | Pupil Name | Student Name | Learner Name | Display Name | Pupil | Student'),
    staffSynonyms: list('Staff Name | Teacher Name | Teacher | Staff'),
  },
  {
    name: 'birthDate',
    oneRoster: 'birthDate',
    format: 'YYYY-MM-DD',
    example: '2018-02-11',
    label: same('Date of birth'),
    synonyms: list('Birth Date | Date of Birth | DOB | Birthday | Student DOB | Pupil DOB'),
  },
  {
    name: 'leavingDate',
    oneRoster: null,
    format: 'YYYY-MM-DD',
    example: '2026-07-17',
    label: { 'en-GB': 'Leaving date', 'en-US': 'Exit date' },
    synonyms: list('Leaving Date | Date of Leaving | DOL | Leave Date | Date Left | Exit Date | Withdrawal Date'),
  },
  {
    name: 'sex',
    oneRoster: 'sex',
    format: 'female, male, other, unspecified',
    example: 'female',
    label: { 'en-GB': 'Sex', 'en-US': 'Gender' },
    synonyms: list('Sex | Legal Sex | Gender | birthSexDescriptor | sexDescriptor | Birth Sex | M/F'),
  },
  {
    name: 'upn',
    oneRoster: null,
    format: '13 characters',
    example: 'Z873200011001',
    label: same('UPN'),
    synonyms: list('UPN | Unique Pupil Number | Pupil UPN'),
  },
  {
    name: 'formerUpn',
    oneRoster: null,
    format: '13 characters',
    example: 'V87320002100A',
    label: same('Former UPN'),
    synonyms: list('Former UPN | Previous UPN | Temporary UPN'),
  },
  {
    name: 'email',
    oneRoster: 'email',
    format: 'e-mail address',
    example: 'ava.tindall@oak.example.test',
    label: { 'en-GB': 'E-mail', 'en-US': 'Email' },
    synonyms: list(
      'Email | Email Address | School Email | School Email Address | Student Email | Pupil Email | Primary Email | Work Email | ' +
        'Main Email | Secondary Email',
    ),
    staffSynonyms: list('Staff Email | Teacher Email'),
  },
  {
    name: 'username',
    oneRoster: 'username',
    format: TEXT,
    example: 'ava.tindall',
    label: same('Username'),
    synonyms: list('Username | Login | Login Name | Network Username'),
  },
  {
    name: 'userType',
    oneRoster: 'role',
    format: 'Teacher, Staff, Administrator, Student',
    example: 'Student',
    label: same('User type'),
    synonyms: list('user_type | Role | Person Type | Roles | User Role'),
  },
  {
    name: 'position',
    oneRoster: null,
    format: TEXT,
    example: 'Maths lead',
    label: same('Position'),
    synonyms: list('Position | Job Title | Post | Post Title'),
  },
  {
    name: 'status',
    oneRoster: 'enabledUser',
    format: 'Active, Disabled',
    example: 'Active',
    label: same('Status'),
    synonyms: list('Status | Account Status | enabledUser | Enabled | Active'),
  },
  {
    name: 'yearGroup',
    oneRoster: 'grades',
    format: 'a year group or grade',
    example: 'Year 3',
    label: { 'en-GB': 'Year group', 'en-US': 'Grade' },
    synonyms: list(
      'Year Group | Year Taught In | NC Year | NC Year Actual | Curriculum Year | National Curriculum Year | Current NC Year | ' +
        'Year | Yr | Year Code | Grade | Grades | Grade Level | Current Grade | Student Grade',
    ),
  },
  {
    name: 'registrationClass',
    oneRoster: null,
    format: TEXT,
    example: '3 Willow',
    label: { 'en-GB': 'Registration class', 'en-US': 'Homeroom' },
    synonyms: list(
      'Registration Class | Reg Group | Registration Group | Registration Form | Reg Form | Reg | Registration | Tutor Group | ' +
        'Form/Tutor Group | Form Group | Form | Homeroom | Homeroom Name | Class | Class Name',
    ),
  },
  {
    name: 'subjectClass',
    oneRoster: null,
    format: TEXT,
    example: 'Maths 3a',
    label: { 'en-GB': 'Teaching group', 'en-US': 'Section' },
    synonyms: list('Teaching Group | Subject Class | Set | Section | Section Name | Course | Course Name | Class | Class Name | Group'),
  },
  {
    name: 'school',
    oneRoster: 'orgSourcedIds',
    format: TEXT,
    example: 'BLD-301',
    label: same('School ID'),
    synonyms: list(
      'school_district_external_id | School External ID | School ID | School SIS ID | School DfE Number | DfE Number | DfE | ' +
        'URN | School Code | School Number | orgSourcedIds | orgSourcedId | School Sourced ID | Building ID | Building Code | ' +
        'School',
    ),
  },
  {
    name: 'schoolName',
    oneRoster: null,
    format: TEXT,
    example: 'Oak Primary School',
    label: same('School name'),
    synonyms: list('School Name | School | Academy | Academy Name | Campus | Building Name'),
  },
]

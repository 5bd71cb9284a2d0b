import { describe, expect, it } from 'vitest'
import { isPersonField, MAP_FIELDS } from './field-names.ts'
import { FIELDS, type FieldName } from './fields.ts'
import { PERSON_FIELDS } from './person.ts'
import { isSecretColumn, mapColumns, recogniseColumns, unmappedColumns } from './recognise-columns.ts'

/** Fields in the order of their columns; `-` where a column means nothing to us. */
function meaning(header: string, isStaff = false): string {
  const names = header.split(',')
  const columns = recogniseColumns(names, isStaff)
  const byIndex = new Map(Object.entries(columns).map(([field, at]) => [at, field]))
  return names.map((_, at) => byIndex.get(at) ?? '-').join(' ')
}

describe('recogniseColumns', () => {
  it.each<[string, string, string]>([
    ['SIMS', 'Forename,Surname,Email,UPN,Year,Reg', 'firstName lastName email upn yearGroup registrationClass'],
    [
      'a SIMS report',
      'Legal Surname,Legal Forename,Preferred Forename,Adno,Reg Group,Year Taught In,DOB,Gender',
      'lastName firstName knownAsFirstName customId registrationClass yearGroup birthDate sex',
    ],
    ['Arbor', 'First name,Last name,Email,UPN,Year group,Registration form', 'firstName lastName email upn yearGroup registrationClass'],
    ['Bromcom', 'FirstName,LastName,StudentEmail,UPN,YearGroup,Form', 'firstName lastName email upn yearGroup registrationClass'],
    [
      'an independent school',
      'Id,UPN,ULN,Title,Forename,Middle Names,Surname,Preferred Name,DOB,Gender,NC Year,Form/Tutor Group,Tutor',
      'id upn - - firstName middleName lastName knownAsFirstName birthDate sex yearGroup registrationClass -',
    ],
    [
      'eChalk (S-156)',
      'first_name,middle_name,last_name,email,password,custom_id,school_district_external_id,user_type,position,grade,status',
      'firstName middleName lastName email - customId school userType position yearGroup status',
    ],
    [
      'Ed-Fi',
      'studentUniqueId,firstName,middleName,lastSurname,preferredFirstName,preferredLastSurname,birthDate,birthSexDescriptor',
      'id firstName middleName lastName knownAsFirstName knownAsLastName birthDate sex',
    ],
    [
      'School Data Sync',
      'SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Secondary Email,Student Number,Grade,Birthdate',
      'id school firstName lastName username - - email customId yearGroup birthDate',
    ],
    ['legal beside everyday names', 'Forename,Legal Forename,Surname,Legal Surname', 'knownAsFirstName firstName knownAsLastName lastName'],
    ['only preferred names', 'Preferred Forename,Preferred Surname', 'firstName lastName'],
    ['form and class', 'Name,Form,Class', 'fullName registrationClass subjectClass'],
    ['accents, case and punctuation', 'PRÉFERRED NAME,D.O.B.,e-mail address', 'firstName birthDate email'],
    ['a name that stands twice', 'Surname,Surname,UPN', 'lastName - upn'],
    ['a teacher beside a pupil', 'UPN,Surname,Teacher ID,Initials', 'upn lastName - -'],
  ])('reads the headers of %s', (_name, header, expected) => {
    expect(meaning(header)).toBe(expected)
  })

  it('reads staff codes in files of staff only', () => {
    expect(meaning('Staff Code,Staff Forename,Staff Surname,Work Email', true)).toBe('customId firstName lastName email')
  })

  it.each(['Password', 'student_password', 'PWD', 'Initial PIN', 'Passcode', 'Kennwort', 'Passwort'])(
    'never gives away %s (D9)',
    (name) => {
      expect(isSecretColumn(name)).toBe(true)
    },
  )

  it.each(['Passport', 'Pin Class', 'Spinning', 'Secretary'])('knows that %s is no password', (name) => {
    expect(isSecretColumn(name)).toBe(false)
  })
})

describe('mapColumns (S-162)', () => {
  const header = ['Vorname', 'Nachname', 'Passwort']
  it('takes our names, theirs in snake case, and known_as', () => {
    const map = { first_name: 'Vorname', lastName: 'nachname', known_as: 'Rufname' }
    expect(mapColumns(header, map)).toEqual({ ok: true, value: { firstName: 0, lastName: 1 } })
    expect(unmappedColumns([header], map)).toEqual(['Rufname'])
    expect(unmappedColumns([header, ['Rufname']], map)).toEqual([])
  })

  it('refuses a field that is none and a password column', () => {
    expect(mapColumns(header, { shoe_size: 'Vorname' })).toMatchObject({ failure: { code: 'file.map_unknown_field', column: 'shoe_size' } })
    expect(mapColumns(header, { username: 'Passwort' })).toMatchObject({ failure: { code: 'file.map_secret_column' } })
  })

  it('leaves the other columns to be recognised', () => {
    expect(recogniseColumns(['Name1', 'Surname'], false, { firstName: 0 })).toEqual({ firstName: 0, lastName: 1 })
  })
})

describe('FIELDS', () => {
  it('has every field of a person once', () => {
    const names: readonly FieldName[] = FIELDS.map(({ name }) => name)
    expect(names.filter(isPersonField).toSorted()).toEqual([...PERSON_FIELDS].sort())
    expect(new Set(names).size).toBe(names.length)
  })

  it('names all that a map may say', () => {
    expect(MAP_FIELDS).toEqual(
      expect.arrayContaining(['id', 'first_name', 'birth_date', 'year_group', 'registration_class', 'user_type', 'custom_id', 'school']),
    )
  })
})

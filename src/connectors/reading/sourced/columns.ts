import type { ColumnNames } from '../file-table.ts'

/*
 * Files whose records refer to each other by `sourcedId`: OneRoster and School Data Sync v2 and v2.1. Each of our names stands
 * before the header names seen over that column: OneRoster 1.2 first, then older OneRoster (`grade`, `userId`, `agents`,
 * `birthdate`), then Microsoft's.
 */

const STAMPS = { status: ['status'], dateLastModified: ['dateLastModified'] } as const

export const ORG_COLUMNS = {
  required: { id: ['sourcedId'] },
  expected: { name: ['name'], type: ['type'] },
  optional: { ...STAMPS, parent: ['parentSourcedId', 'parent'] },
} as const satisfies ColumnNames<string>

export const CLASS_COLUMNS = {
  required: { id: ['sourcedId'] },
  expected: { title: ['title'], school: ['schoolSourcedId', 'orgSourcedId', 'orgSourcedIds'] },
  optional: { ...STAMPS, code: ['classCode', 'code'], type: ['classType'], grades: ['grades', 'grade'], subjects: ['subjects'] },
} as const satisfies ColumnNames<string>

export const ROLE_COLUMNS = {
  required: { user: ['userSourcedId'], role: ['role'] },
  expected: { org: ['orgSourcedId'] },
  optional: {
    ...STAMPS,
    roleType: ['roleType'],
    isPrimary: ['isPrimary'],
    endDate: ['endDate', 'roleEndDate'],
    grade: ['grade', 'grades'],
  },
} as const satisfies ColumnNames<string>

export const DEMOGRAPHICS_COLUMNS = {
  required: { user: ['sourcedId', 'userSourcedId'] },
  optional: { ...STAMPS, birthDate: ['birthDate'], sex: ['sex', 'gender'] },
} as const satisfies ColumnNames<string>

export const USER_COLUMNS = {
  required: { id: ['sourcedId'] },
  expected: { givenName: ['givenName'], familyName: ['familyName'] },
  optional: {
    ...STAMPS,
    enabled: ['enabledUser'],
    role: ['role'],
    orgs: ['orgSourcedIds', 'orgSourcedId'],
    primaryOrg: ['primaryOrgSourcedId'],
    middleName: ['middleName'],
    preferredGivenName: ['preferredGivenName', 'preferredFirstName'],
    preferredFamilyName: ['preferredFamilyName', 'preferredLastName'],
    username: ['username'],
    userIds: ['userIds', 'userId'],
    identifier: ['identifier'],
    email: ['email'],
    grades: ['grades', 'grade'],
    upn: ['metadata.upn', 'metadata.uk.upn', 'ext_upn'],
  },
} as const satisfies ColumnNames<string>

export const ENROLMENT_COLUMNS = {
  required: { class: ['classSourcedId'], user: ['userSourcedId'] },
  expected: { role: ['role'] },
  optional: { ...STAMPS, school: ['schoolSourcedId', 'orgSourcedId'], isPrimary: ['primary', 'isPrimary'], endDate: ['endDate'] },
} as const satisfies ColumnNames<string>

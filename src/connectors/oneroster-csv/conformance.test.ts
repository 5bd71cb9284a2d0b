import { connectorConformance } from '../conformance.ts'
import { oneRosterCsv } from './connector.ts'

const ORGS =
  'sourcedId,status,dateLastModified,name,type,parentSourcedId\n001,,,Oak Primary,school,t1\n002,,,Elm Primary,school,t1\nt1,,,Tree Trust,district,\n'
const CLASSES =
  'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId\nc1,,,4H,04,,4H,homeroom,001\nc2,,,Maths,,,M,scheduled,002\n'
const ENROLMENTS =
  'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\ne1,,,c1,001,0017,student,\ne2,,,c1,001,0021,teacher,true\ne3,,,c2,002,0018,student,\n'
const MANIFEST =
  'propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\nfile.demographics,bulk\n'

const V11 = {
  'manifest.csv': MANIFEST,
  'orgs.csv': ORGS,
  'users.csv': [
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,identifier,grades,password',
    '0017,,,true,001,student,ava,Ava,Tindall,004417,04,CANARY-AVA',
    '0018,,,true,002,student,ben,Ben,Ode,004418,05,CANARY-BEN',
    '0021,,,true,001,teacher,jo,Jo,Osei,T21,,CANARY-JO',
    '0031,,,true,001,parent,ada,Ada,Tindall,,,CANARY-ADA',
    '0032,,,true,001,wizard,gil,Gil,Rowe,,,',
    '',
  ].join('\n'),
  'classes.csv': CLASSES,
  'enrollments.csv': ENROLMENTS,
  'demographics.csv': 'sourcedId,birthDate,sex\n0017,2018-02-11,female\n0018,2017-05-02,male\n',
}

const V12 = {
  'manifest.csv': `${MANIFEST.replace('1.1', '1.2')}file.roles,bulk\nfile.userProfiles,bulk\n`,
  'orgs.csv': ORGS,
  'users.csv': [
    'sourcedId,enabledUser,username,givenName,familyName,identifier,grades,password,preferredGivenName,primaryOrgSourcedId',
    '0017,true,ava,Ava,Tindall,004417,04,CANARY-AVA,Avie,001',
    '0021,true,jo,Jo,Osei,T21,,CANARY-JO,,001',
    '',
  ].join('\n'),
  'roles.csv':
    'sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,0017,primary,student,001\nr2,0021,primary,teacher,001\nr3,0021,secondary,aide,001\n',
  'classes.csv': CLASSES,
  'enrollments.csv': ENROLMENTS,
  'demographics.csv': 'sourcedId,birthDate,sex\n0017,2018-02-11,female\n',
  'userProfiles.csv': 'sourcedId,userSourcedId,credentialType,username,password\np1,0017,login,ava,CANARY-PROFILE\n',
}

connectorConformance({
  connector: oneRosterCsv,
  packages: [
    {
      name: 'OneRoster 1.1',
      files: V11,
      peopleRows: 5,
      // the manifest's, organisations, classes, memberships, details
      otherRows: 6 + 3 + 2 + 3 + 2,
      secrets: ['CANARY'],
      ids: ['0017', '004417'],
      withoutSchool: { ...V11, 'users.csv': V11['users.csv'].replace('true,002,', 'true,,') },
    },
    {
      name: 'OneRoster 1.2',
      files: V12,
      peopleRows: 2,
      otherRows: 8 + 3 + 3 + 2 + 3 + 1 + 1,
      secrets: ['CANARY'],
      ids: ['0017', '004417'],
      withoutSchool: {
        ...V12,
        'users.csv': V12['users.csv'].replaceAll(',001', ','),
        'roles.csv': 'sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,0017,primary,student,\n',
      },
    },
  ],
})

import { connectorConformance } from '../conformance.ts'
import { sdsCsv } from './connector.ts'

const V1 = {
  'School.csv': 'SIS ID,Name\n001,Oak School\n002,Elm School\n',
  'Section.csv': 'SIS ID,School SIS ID,Section Name\n11,001,Homeroom 4H\n12,002,Maths\n',
  'Student.csv':
    'SIS ID,School SIS ID,First Name,Last Name,Username,Password,Student Number,Birthdate\n0017,001,Ava,Tindall,ava,CANARY-AVA,004417,2/11/2018\n0018,002,Ben,Ode,ben,CANARY-BEN,004418,5/2/2017\n',
  'Teacher.csv': 'SIS ID,School SIS ID,First Name,Last Name,Username,Password\n0021,001,Jo,Osei,jo,CANARY-JO\n',
  'StudentEnrollment.csv': 'Section SIS ID,SIS ID\n11,0017\n12,0018\n',
  'TeacherRoster.csv': 'Section SIS ID,SIS ID\n11,0021\n',
}

const V21 = {
  'orgs.csv': 'sourcedId,name,type,parentSourcedId\n001,Oak School,school,t1\n002,Elm School,school,t1\nt1,Tree Trust,academicTrust,\n',
  'users.csv':
    'sourcedId,username,givenName,familyName,password\n0017,ava@oak.example,Ava,Tindall,CANARY-AVA\n0021,jo@oak.example,Jo,Osei,CANARY-JO\n',
  'roles.csv': 'userSourcedId,orgSourcedId,role,grade,isPrimary\n0017,001,student,KG,true\n0021,001,teacher,,true\n',
  'classes.csv': 'sourcedId,orgSourcedId,title\n11,001,Homeroom 1\n',
  'enrollments.csv': 'classSourcedId,userSourcedId,role\n11,0017,student\n11,0021,teacher\n',
}

connectorConformance({
  connector: sdsCsv,
  packages: [
    {
      name: 'v1',
      files: V1,
      peopleRows: 3,
      otherRows: 2 + 2 + 2 + 1,
      secrets: ['CANARY'],
      ids: ['0017', '004417'],
      withoutSchool: { ...V1, 'Teacher.csv': 'SIS ID,School SIS ID,Username\n0021,,jo\n' },
    },
    {
      name: 'v2.1',
      files: V21,
      peopleRows: 2,
      otherRows: 3 + 2 + 1 + 2,
      secrets: ['CANARY'],
      ids: ['0017'],
      withoutSchool: { ...V21, 'roles.csv': 'userSourcedId,orgSourcedId,role,grade,isPrimary\n0017,,student,KG,true\n' },
    },
  ],
})

import type { Problem } from '../../kernel/index.ts'
import type { PersonFields } from '../../roster/index.ts'
import type { Row } from '../connector.ts'
import { birthDateIn, type Detail, type FileTable, type RowTaker, saysEnded, sexIn, statusIn, tellPerson, upnOf } from '../reading/index.ts'
import type { V1Reading } from './v1-reading.ts'

type PersonColumn = 'id' | 'school' | 'status' | 'firstName' | 'middleName' | 'lastName' | 'username' | 'email' | 'stateId' | 'customId'
type StudentTable = FileTable<PersonColumn | 'grade' | 'birthDate' | 'sex'>
type TeacherTable = FileTable<PersonColumn | 'position'>

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type TextField = 'firstName' | 'middleName' | 'lastName' | 'username' | 'email' | 'customId' | 'position'

const TEXTS = ['firstName', 'middleName', 'lastName', 'username', 'email', 'customId'] as const satisfies readonly TextField[]

/** `Student.csv`. Somebody in two schools has a row for each. */
export function takeStudents(reading: V1Reading, table: StudentTable): RowTaker {
  return takePeople(reading, table, {
    role: 'student',
    addFields(fields, row, take) {
      const place = table.placeOf(row)
      fields.userType = 'Student'
      if (table.has('grade')) fields.yearGroup = table.value(row, 'grade')
      const upn = upnOf(table.value(row, 'stateId')) ?? upnOf(table.value(row, 'customId'))
      if (upn !== null) fields.upn = upn
      if (table.has('birthDate')) {
        fields.birthDate = take(
          birthDateIn({ text: table.value(row, 'birthDate'), place, column: 'Birthdate' }, reading.dateOf, reading.today),
        )
      }
      if (table.has('sex')) fields.sex = take(sexIn({ text: table.value(row, 'sex'), place, column: 'Gender' }))
    },
  })
}

/** `Teacher.csv`. */
export function takeTeachers(reading: V1Reading, table: TeacherTable): RowTaker {
  return takePeople(reading, table, {
    role: 'teacher',
    addFields(fields, row) {
      fields.userType = 'Teacher'
      if (table.has('position')) fields.position = table.value(row, 'position')
    },
  })
}

interface KindOfPeople {
  readonly role: 'student' | 'teacher'
  addFields(fields: Mutable<Partial<PersonFields>>, row: Row, take: <Value>(detail: Detail<Value>) => Value): void
}

function takePeople(reading: V1Reading, table: FileTable<PersonColumn>, { role, addFields }: KindOfPeople): RowTaker {
  return {
    row(row) {
      const place = table.placeOf(row)
      const organisation = table.value(row, 'school')
      tellPerson(reading.people, {
        sourceId: table.value(row, 'id'),
        place,
        standings: [{ organisation, role, isPrimary: true, hasEnded: false, yearGroup: null }],
        hasEnded: saysEnded(table.value(row, 'status')),
        fieldsAs() {
          const warnings: Problem[] = []
          const take = <Value>(detail: Detail<Value>): Value => {
            warnings.push(...detail.warnings)
            return detail.value
          }
          const fields: Mutable<Partial<PersonFields>> = {}
          for (const field of TEXTS) if (table.has(field)) fields[field] = table.value(row, field)
          if (table.has('status')) {
            fields.status = take(statusIn({ text: table.value(row, 'status'), place, column: 'Status' }, 'Active, Inactive, Disabled'))
          }
          addFields(fields, row, take)
          return { fields, warnings }
        },
      })
    },
    broken: (broken) => reading.sink.rejected(null, broken),
  }
}

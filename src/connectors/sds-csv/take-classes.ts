import { problem } from '../../kernel/index.ts'
import type { SourceClass } from '../../roster/index.ts'
import type { Row } from '../connector.ts'
import {
  describeOrganisation,
  type FileTable,
  type RowTaker,
  saysEnded,
  schoolOf,
  schoolOfNone,
  soundsLikeRegistration,
  tellClass,
  tellEnrolment,
} from '../reading/index.ts'
import type { V1Reading } from './v1-reading.ts'

/** `School.csv`: every row is a school. */
export function takeSchools({ sink, schools }: V1Reading, table: FileTable<'id' | 'name' | 'status'>): RowTaker {
  return {
    row(row) {
      const place = table.placeOf(row)
      const id = table.value(row, 'id')
      if (id === null) return sink.otherRejected(null, table.file, problem('school.without_id', place), null)
      const hasEnded = saysEnded(table.value(row, 'status'))
      const isNew = describeOrganisation(schools, { id, name: table.value(row, 'name'), isSchool: true, parent: null, hasEnded, place })
      if (!isNew) sink.otherRejected(null, table.file, problem('school.duplicate_id', { ...place, value: id }), null)
    },
    broken: (broken) => sink.otherRejected(null, table.file, broken, null),
  }
}

type SectionTable = FileTable<'id' | 'school' | 'name' | 'status' | 'number' | 'course' | 'description' | 'subject'>

/** `Section.csv`: taught classes, and those that by their words are registration classes. */
export function takeSections({ sink, schools, classes }: V1Reading, table: SectionTable): RowTaker {
  return {
    row(row) {
      const place = table.placeOf(row)
      const id = table.value(row, 'id')
      const schoolId = table.value(row, 'school')
      if (id === null) return sink.otherRejected(null, table.file, problem('class.without_id', place), 'class')
      const school = schoolId === null ? schoolOfNone(schools) : schoolOf(schools, schoolId, place)
      tellClass(classes, { school, it: sectionOf(table, row, id), hasEnded: saysEnded(table.value(row, 'status')), place })
    },
    broken: (broken) => sink.otherRejected(null, table.file, broken, 'class'),
  }
}

function sectionOf(table: SectionTable, row: Row, sourceId: string): SourceClass {
  const [name, code, course] = [table.value(row, 'name'), table.value(row, 'number'), table.value(row, 'course')]
  const subject = table.value(row, 'subject')
  const isRegistration = soundsLikeRegistration(name, course, subject)
  return {
    sourceId,
    kind: isRegistration ? 'registration' : 'subject',
    name: name ?? code ?? sourceId,
    code,
    description: table.value(row, 'description'),
    yearGroups: [],
    ...(subject === null ? {} : { subject }),
  }
}

/** `StudentEnrollment.csv` and `TeacherRoster.csv`: in the school of their section. */
export function takeMemberships(
  { sink, schools, classes, people }: V1Reading,
  table: FileTable<'section' | 'person' | 'status'>,
  role: 'student' | 'teacher',
): RowTaker {
  return {
    row(row) {
      const [classSourceId, personSourceId] = [table.value(row, 'section'), table.value(row, 'person')]
      const hasEnded = saysEnded(table.value(row, 'status'))
      const place = table.placeOf(row)
      tellEnrolment(
        { sink, classes, people, schools },
        { place, hasEnded, school: null, classSourceId, personSourceId, role, isPrimary: false },
      )
    },
    broken: (broken) => sink.otherRejected(null, table.file, broken, 'enrolment'),
  }
}

import type { Row } from '../../connector.ts'
import type { ClassDesk } from '../class-desk.ts'
import { type EnrolmentRow, tellEnrolment } from '../enrolment-desk.ts'
import type { FileTable } from '../file-table.ts'
import { schoolOf } from '../school-book.ts'
import { booleanOf } from '../values.ts'
import { ENROLMENT_COLUMNS } from './columns.ts'
import { type FileTally, readSourcedFile, type SourcedReading } from './sourced-reading.ts'

type EnrolmentTable = FileTable<'class' | 'user' | 'school' | 'role' | 'isPrimary' | 'endDate'>

/** Tells the memberships straight through: in the school of their row, else in that of their class. */
export function readEnrolments(reading: SourcedReading, classes: ClassDesk): Promise<FileTally> {
  const { sink } = reading
  return readSourcedFile({
    reading,
    file: 'enrollments',
    columns: ENROLMENT_COLUMNS,
    start: (table) => ({
      row(row, isMarked) {
        const hasEnded = isMarked || isOver(table.value(row, 'endDate'), reading)
        tellEnrolment({ sink, classes, people: reading.people, schools: reading.schools }, enrolmentOf({ table, row, hasEnded, reading }))
      },
      broken: (broken) => sink.otherRejected(null, table.file, broken, 'enrolment'),
    }),
  })
}

/** The end is exclusive: on that day the membership is over. An end that cannot be read ends nothing. */
function isOver(endDate: string | null, { format, today }: SourcedReading): boolean {
  const date = endDate === null ? null : format.dateOf(endDate)
  return date !== null && date <= today
}

function enrolmentOf(it: { table: EnrolmentTable; row: Row; hasEnded: boolean; reading: SourcedReading }): EnrolmentRow {
  const { table, row, hasEnded, reading } = it
  const place = table.placeOf(row)
  const organisation = table.value(row, 'school')
  return {
    place,
    hasEnded,
    school: organisation === null ? null : schoolOf(reading.schools, organisation, place),
    classSourceId: table.value(row, 'class'),
    personSourceId: table.value(row, 'user'),
    // Microsoft's older files have no role: then it is a pupil
    role: table.has('role') ? table.value(row, 'role') : 'student',
    isPrimary: booleanOf(table.value(row, 'isPrimary') ?? '') === true,
  }
}

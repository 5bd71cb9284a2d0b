import { problem } from '../../../kernel/index.ts'
import type { ClassKind, SourceClass } from '../../../roster/index.ts'
import type { Row } from '../../connector.ts'
import { type ClassDesk, soundsLikeRegistration, tellClass } from '../class-desk.ts'
import type { FileTable } from '../file-table.ts'
import { schoolOf, schoolOfNone } from '../school-book.ts'
import { listOf } from '../values.ts'
import { CLASS_COLUMNS } from './columns.ts'
import { type FileTally, readSourcedFile, type SourcedReading } from './sourced-reading.ts'

type ClassTable = FileTable<'id' | 'title' | 'code' | 'type' | 'grades' | 'school' | 'subjects'>

/** Tells the classes of each school. */
export function readClasses(reading: SourcedReading, desk: ClassDesk): Promise<FileTally> {
  const { sink, schools, grades } = reading
  return readSourcedFile({
    reading,
    file: 'classes',
    columns: CLASS_COLUMNS,
    start: (table) => ({
      row(row, hasEnded) {
        const place = table.placeOf(row)
        const id = table.value(row, 'id')
        const [organisation] = listOf(table.value(row, 'school'))
        if (id === null) return sink.otherRejected(null, table.file, problem('class.without_id', place), 'class')
        const it = classOf(table, row, id)
        for (const grade of it.yearGroups) grades.see(grade)
        const school = organisation === undefined ? schoolOfNone(schools) : schoolOf(schools, organisation, place)
        tellClass(desk, { school, it, hasEnded, place })
      },
      broken: (broken) => sink.otherRejected(null, table.file, broken, 'class'),
    }),
  })
}

function classOf(table: ClassTable, row: Row, sourceId: string): SourceClass {
  const code = table.value(row, 'code')
  const name = table.value(row, 'title') ?? code ?? sourceId
  const [subject] = listOf(table.value(row, 'subjects'))
  const yearGroups = listOf(table.value(row, 'grades'))
  return {
    sourceId,
    kind: kindOf(table, row, name),
    name,
    code,
    description: null,
    yearGroups,
    ...(subject === undefined ? {} : { subject }),
  }
}

/** The class type where the format has one, else what the name says. */
function kindOf(table: ClassTable, row: Row, name: string): ClassKind {
  if (table.has('type')) return table.value(row, 'type')?.toLowerCase() === 'homeroom' ? 'registration' : 'subject'
  return soundsLikeRegistration(name) ? 'registration' : 'subject'
}

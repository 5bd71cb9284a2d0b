import { problem } from '../../../kernel/index.ts'
import { describeOrganisation } from '../school-book.ts'
import { ORG_COLUMNS } from './columns.ts'
import { type FileTally, readSourcedFile, type SourcedReading } from './sourced-reading.ts'

/** Enters the organisations into the school book. Without a type column all of them are schools. */
export function readOrgs(reading: SourcedReading): Promise<FileTally> {
  const { sink, schools, format } = reading
  return readSourcedFile({
    reading,
    file: 'orgs',
    columns: ORG_COLUMNS,
    start: (table) => ({
      row(row, hasEnded) {
        const place = table.placeOf(row)
        const id = table.value(row, 'id')
        const type = table.value(row, 'type')?.toLowerCase() ?? ''
        if (id === null) return sink.otherRejected(null, table.file, problem('school.without_id', place), null)
        const isSchool = format.schoolTypes.has(type) || !table.has('type')
        const name = table.value(row, 'name')
        const isNew = describeOrganisation(schools, { id, name, isSchool, parent: table.value(row, 'parent'), hasEnded, place })
        if (!isNew) sink.otherRejected(null, table.file, problem('school.duplicate_id', { ...place, value: id }), null)
      },
      broken: (broken) => sink.otherRejected(null, table.file, broken, null),
    }),
  })
}

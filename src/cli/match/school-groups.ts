import type { Group, People, Sides } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { KINDS } from './kinds.ts'

/** People who are matched with one another: of one school and kind, or of one kind where no school is told apart. */
export interface SchoolGroup {
  readonly kind: PersonKind
  readonly group: Group
}

/** The groups that have people on both sides: in the order of the schools' names, pupils before staff. */
export function schoolGroups({ vocabulary, directory, source }: Sides): readonly SchoolGroup[] {
  const { schools } = vocabulary
  const names = ['', ...Array.from({ length: schools.size }, (_, code) => schools.textOf(code))]
  const ours = rowsByGroup(directory, names.length)
  const theirs = rowsByGroup(source, names.length)
  const order = Array.from(names.keys()).sort((one, other) => ((names[one] ?? '') < (names[other] ?? '') ? -1 : 1))
  return order.flatMap((school) =>
    KINDS.flatMap((kind, at) => {
      const group = { directory: ours(school * KINDS.length + at), source: theirs(school * KINDS.length + at) }
      return group.directory.length === 0 || group.source.length === 0 ? [] : [{ kind, group }]
    }),
  )
}

/** Sorts people by counting; rows without a school are those of school 0, the others one behind the code of theirs. */
function rowsByGroup({ size, school, kind }: People, schools: number): (number: number) => Int32Array {
  const ends = new Int32Array(schools * KINDS.length + 1)
  const numberOf = (row: number): number => ((school[row] ?? -1) + 1) * KINDS.length + (kind[row] ?? 0)
  for (let row = 0; row < size; row += 1) ends[numberOf(row) + 1] = (ends[numberOf(row) + 1] ?? 0) + 1
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0)
  const starts = ends.slice()
  const rows = new Int32Array(size)
  for (let row = 0; row < size; row += 1) {
    const number = numberOf(row)
    const place = starts[number] ?? 0
    rows[place] = row
    starts[number] = place + 1
  }
  return (number) => rows.subarray(ends[number], ends[number + 1])
}

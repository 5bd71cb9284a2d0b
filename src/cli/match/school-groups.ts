import { type Group, type People, reordered, type Sides, type Vocabulary } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { IdOrder } from './id-order.ts'
import { KINDS } from './kinds.ts'

/** People who are matched with one another: of one school and kind, or of one kind where no school is told apart. */
export interface SchoolGroup {
  readonly kind: PersonKind
  readonly group: Group
}

/** Both sides with each group's people in neighbouring rows, in the order of their ids, so that the order of the files counts nowhere. */
export interface GroupedSides {
  readonly sides: Sides
  /** Those that have people on both sides: in the order of the schools' names, pupils before staff. */
  readonly groups: readonly SchoolGroup[]
}

export function groupSides({ vocabulary, directory, source }: Sides): GroupedSides {
  const numbers = groupNumbers(vocabulary)
  const ours = inGroups(directory, numbers)
  const theirs = inGroups(source, numbers)
  const groups = Array.from(numbers.keys()).flatMap((number): SchoolGroup[] => {
    const group = { directory: ours.rowsOf(number), source: theirs.rowsOf(number) }
    const kind = KINDS[number % KINDS.length] ?? 'pupil'
    return group.directory.length === 0 || group.source.length === 0 ? [] : [{ kind, group }]
  })
  return { sides: { vocabulary, directory: ours.people, source: theirs.people }, groups }
}

/** The place of a group in the order of their output, by (code of the school + 1) * kinds + kind; no school is before the first. */
function groupNumbers({ schools }: Vocabulary): Int32Array {
  const names = ['', ...Array.from({ length: schools.size }, (_, code) => schools.textOf(code))]
  const order = Array.from(names.keys()).sort((one, other) => ((names[one] ?? '') < (names[other] ?? '') ? -1 : 1))
  const numbers = new Int32Array(names.length * KINDS.length)
  for (const [place, school] of order.entries()) {
    for (const kind of KINDS.keys()) numbers[school * KINDS.length + kind] = place * KINDS.length + kind
  }
  return numbers
}

interface InGroups {
  readonly people: People
  rowsOf(group: number): Int32Array
}

/** Sorts people by counting those of each group. */
function inGroups(people: People, numbers: Int32Array): InGroups {
  const { size, school, kind } = people
  const groupOf = (row: number): number => numbers[((school[row] ?? -1) + 1) * KINDS.length + (kind[row] ?? 0)] ?? 0
  const starts = new Int32Array(numbers.length + 1)
  for (let row = 0; row < size; row += 1) starts[groupOf(row) + 1] = (starts[groupOf(row) + 1] ?? 0) + 1
  for (let group = 1; group < starts.length; group += 1) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0)
  const next = starts.slice()
  const order = new Int32Array(size)
  for (let row = 0; row < size; row += 1) {
    const group = groupOf(row)
    const place = next[group] ?? 0
    order[place] = row
    next[group] = place + 1
  }
  const idOrder = new IdOrder(people.ids)
  for (let group = 0; group < numbers.length; group += 1) idOrder.sort(order.subarray(starts[group], starts[group + 1]))
  const rows = Int32Array.from(order.keys())
  return { people: reordered(people, order), rowsOf: (group) => rows.subarray(starts[group], starts[group + 1]) }
}

import { type Dictionary, type Group, type People, reordered } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { IdOrder } from './id-order.ts'
import { KINDS } from './kinds.ts'

/** People of one side with those of each school and kind in neighbouring rows, in the order of their ids. */
export interface GroupedPeople {
  readonly people: People
  /** Where the rows of a group begin, by `groupNumber`; one more at the end. */
  readonly starts: Int32Array
}

/** Groups people, so that the order of their file counts nowhere afterwards. `isShared`: several threads will see them. */
export function groupPeople(people: People, isShared: boolean): GroupedPeople {
  const { size, school, kind } = people
  const groupOf = (row: number): number => groupNumber(school[row] ?? -1, kind[row] ?? 0)
  let groups: number = KINDS.length
  for (let row = 0; row < size; row += 1) groups = Math.max(groups, groupOf(row) + 1)
  const starts = new Int32Array(groups + 1)
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
  for (let group = 0; group < groups; group += 1) idOrder.sort(order.subarray(starts[group], starts[group + 1]))
  return { people: reordered(people, order, isShared), starts }
}

/** Of a school by its code, -1 for those without one. */
function groupNumber(school: number, kind: number): number {
  return (school + 1) * KINDS.length + kind
}

/** Two groups that are matched with one another: first rows, and those behind the last. */
export interface SchoolGroup {
  readonly kind: PersonKind
  readonly directory: readonly [from: number, to: number]
  readonly source: readonly [from: number, to: number]
}

/** The rows of the two groups. */
export function rowsOf({ directory, source }: SchoolGroup): Group {
  const rows = ([from, to]: readonly [number, number]) => Int32Array.from({ length: to - from }, (_, place) => from + place)
  return { directory: rows(directory), source: rows(source) }
}

/**
 * The groups that have people on both sides: in the order of the schools' names, pupils before staff. `sourceCodes` says the
 * code in `schools` of each school of the source, where that counts for itself.
 */
export function joinGroups(schools: Dictionary, sides: Joined): readonly SchoolGroup[] {
  const { directory, source, sourceCodes } = sides
  const theirs = new Map<number, number>(sourceCodes === null ? [] : Array.from(sourceCodes, (code, own) => [code, own]))
  const names = ['', ...Array.from({ length: schools.size }, (_, code) => schools.textOf(code))]
  const order = Array.from(names.keys()).sort((one, other) => ((names[one] ?? '') < (names[other] ?? '') ? -1 : 1))
  return order.flatMap((at) =>
    KINDS.flatMap((kind, number): SchoolGroup[] => {
      const school = at - 1
      const other = sourceCodes === null || school < 0 ? school : (theirs.get(school) ?? schools.size)
      const group = {
        kind,
        directory: rangeIn(directory, groupNumber(school, number)),
        source: rangeIn(source, groupNumber(other, number)),
      }
      return isEmpty(group.directory) || isEmpty(group.source) ? [] : [group]
    }),
  )
}

export interface Joined {
  readonly directory: Pick<GroupedPeople, 'starts'>
  readonly source: Pick<GroupedPeople, 'starts'>
  readonly sourceCodes: Int32Array | null
}

function rangeIn({ starts }: Pick<GroupedPeople, 'starts'>, group: number): readonly [number, number] {
  return group + 1 < starts.length ? [starts[group] ?? 0, starts[group + 1] ?? 0] : [0, 0]
}

function isEmpty([from, to]: readonly [number, number]): boolean {
  return from === to
}

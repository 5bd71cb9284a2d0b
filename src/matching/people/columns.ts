import { Dictionary } from './dictionary.ts'
import { numbers, roomFor } from './growing.ts'

/** The columns of a side. Numbers of `Vocabulary`, -1 for nothing; `birth` and `sex` as below. */
export const COLUMNS = [
  'firstName',
  'knownFirstName',
  'lastName',
  'knownLastName',
  'middleName',
  /** `packBirth`; 0 for nothing. */
  'birth',
  /** 1 female, 2 male, 0 for nothing. */
  'sex',
  'upn',
  'formerUpn',
  'customId',
  'email',
  'yearGroup',
  'registrationClass',
  'school',
  /** 0 pupil, 1 staff. */
  'kind',
] as const
export type Column = (typeof COLUMNS)[number]

/** What stands in a column where a person has nothing there. */
const NOTHING: Readonly<Record<Column, number>> = {
  ...{ firstName: -1, knownFirstName: -1, lastName: -1, knownLastName: -1, middleName: -1, birth: 0, sex: 0 },
  ...{ upn: -1, formerUpn: -1, customId: -1, email: -1, yearGroup: -1, registrationClass: -1, school: -1, kind: 0 },
}

/** The people of one side, one array a field and one place in it a person: no object each. */
export type People = Readonly<Record<Column, Int32Array>> & {
  readonly size: number
  /** Directory ids or source ids: the code of an id is the row of its person. */
  readonly ids: Dictionary
}

/** One column while it is filled. Takes no room until something stands in it. */
export class GrowingColumn {
  values: Int32Array<ArrayBufferLike> = new Int32Array(0)
  /** Room to make at first. */
  expected = 0
  private readonly nothing: number
  private readonly isShared: boolean

  constructor(nothing: number, isShared: boolean) {
    this.nothing = nothing
    this.isShared = isShared
  }

  set(row: number, value: number): void {
    if (row < this.values.length) this.values[row] = value
    else if (value !== this.nothing) this.grow(row, value)
  }

  private grow(row: number, value: number): void {
    const filled = this.values.length
    this.values = roomFor(this.values, Math.max(row + 1, this.expected), this.isShared)
    if (this.nothing !== 0) this.values.fill(this.nothing, filled)
    this.values[row] = value
  }
}

/** Takes people one after the other. A column that nobody fills stays empty and takes no room until the end. */
export class PeopleBuilder {
  readonly ids = new Dictionary()
  private readonly columns: Readonly<Record<Column, GrowingColumn>>
  private readonly isShared: boolean

  /** `isShared`: other threads may see the columns. */
  constructor(isShared = false) {
    this.isShared = isShared
    // safe: every column is made here
    this.columns = Object.fromEntries(COLUMNS.map((it) => [it, new GrowingColumn(NOTHING[it], isShared)])) as Record<Column, GrowingColumn>
  }

  /** Makes room for so many people, whose ids have so many bytes in all. */
  expect(people: number, idBytes: number): void {
    this.ids.expect(people, idBytes)
    for (const column of Object.values(this.columns)) column.expected = people
  }

  /** The row of a new person, or -1 where somebody before has this id. */
  add(id: string): number {
    const row = this.ids.size
    return this.ids.codeOf(id) === row ? row : -1
  }

  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const row = this.ids.size
    return this.ids.codeOfBytes(bytes, start, end) === row ? row : -1
  }

  /** For whoever sets many values of one column. */
  column(name: Column): GrowingColumn {
    return this.columns[name]
  }

  set(column: Column, row: number, value: number): void {
    this.columns[column].set(row, value)
  }

  /** The people so far. Columns have exactly one place for each; those that nobody fills are one and the same array. */
  people(): People {
    const size = this.ids.size
    const empty = new Map<number, Int32Array>()
    const emptyColumn = (nothing: number): Int32Array => {
      const known = empty.get(nothing) ?? numbers(size, this.isShared).fill(nothing)
      empty.set(nothing, known)
      return known
    }
    const whole = (column: Column): Int32Array => {
      const { values } = this.columns[column]
      if (values.length === 0) return emptyColumn(NOTHING[column])
      if (values.length >= size) return values.subarray(0, size)
      const larger = numbers(size, this.isShared).fill(NOTHING[column])
      larger.set(values)
      return larger
    }
    return { ...(Object.fromEntries(COLUMNS.map((it) => [it, whole(it)])) as Record<Column, Int32Array>), size, ids: this.ids }
  }
}

/**
 * The same people in another order: in row `r` stands who stood in `order[r]`, each once. Uses up the people it is given: the
 * place of one column takes the next one. `isShared`: their columns are in memory that other threads may see.
 */
export function reordered(people: People, order: Int32Array, isShared: boolean): People {
  const done = new Map<Int32Array, Int32Array>()
  let free = numbers(order.length, isShared)
  const column = (name: Column): Int32Array => {
    const values = people[name]
    const known = done.get(values)
    if (known) return known
    const moved = isOneValue(values) ? values : free
    if (moved === free) {
      for (let row = 0; row < order.length; row += 1) moved[row] = values[order[row] ?? 0] ?? 0
      free = values
    }
    done.set(values, moved)
    return moved
  }
  return {
    ...(Object.fromEntries(COLUMNS.map((it) => [it, column(it)])) as Record<Column, Int32Array>),
    ...{ size: order.length, ids: people.ids.reordered(order, isShared) },
  }
}

function isOneValue(values: Int32Array): boolean {
  for (let row = 1; row < values.length; row += 1) if (values[row] !== values[0]) return false
  return true
}

const YEAR_MAX = 9999

/** A birth date as one number, in the order of the calendar; impossible days too, because the same slip may stand on both sides. */
export function packBirth(year: number, month: number, day: number): number {
  return year > 0 && year <= YEAR_MAX && month >= 0 && month < 100 && day >= 0 && day < 100 ? (year << 14) | (month << 7) | day : 0
}

export const yearOf = (birth: number): number => birth >> 14
export const monthOf = (birth: number): number => (birth >> 7) & 127
export const dayOf = (birth: number): number => birth & 127

/** As it was read: `YYYY-MM-DD`. */
export function birthText(birth: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${String(yearOf(birth)).padStart(4, '0')}-${two(monthOf(birth))}-${two(dayOf(birth))}`
}

/** Every row of a side. */
export function allRows({ size }: Pick<People, 'size'>): Int32Array {
  return Int32Array.from({ length: size }, (_, row) => row)
}

import { type ProblemCode, problem } from '../../kernel/index.ts'
import { type People, PeopleBuilder, type Vocabulary } from '../../matching/index.ts'
import type { FieldName, PersonKind } from '../../roster/index.ts'
import type { FieldBatch } from '../../tables/index.ts'
import { BirthColumn } from './birth-column.ts'
import { Cell } from './cell.ts'
import { type FieldWriter, fieldWriters } from './field-writers.ts'
import type { FoundColumns } from './find-columns.ts'
import { kindReader, NOT_WANTED } from './kinds.ts'
import type { ProblemList } from './side-problems.ts'

export interface SideOptions {
  readonly file: string
  /** Size of the file, or null where nobody knows. */
  readonly bytes: number | null
  readonly found: FoundColumns
  /** The kind of everybody where no column says it; then also the only kind that is used, when asked for. */
  readonly role: PersonKind | null
  readonly vocabulary: Vocabulary
  /** Two threads will match these people. */
  readonly isShared: boolean
  readonly problems: ProblemList
}

/** Room for a little more than the beginning of the file promises, where it is long enough to promise anything. */
const MORE_THAN_EXPECTED = 1.02
const ROWS_MIN = 1000

/** Puts the rows of a file into columns. Rows that cannot be used, or can only in part, are told; nothing stops the others. */
export class SideBuilder {
  /** The columns of the file that are read, each once. */
  readonly wanted: readonly number[]
  /** Rows read, of whatever use. */
  rows = 0
  private readonly of: SideOptions
  private readonly people: PeopleBuilder
  private readonly births = new BirthColumn()
  private readonly writers: readonly FieldWriter[]
  private readonly cells = { id: new Cell(), kind: new Cell() }
  private readonly kinds: ReturnType<PeopleBuilder['column']>
  private readonly usualKind: number
  /** Of the batch in hand: the row of each person taken, or -1. */
  private taken = new Int32Array(0)
  private readonly places: { readonly id: number; readonly kind: number; readonly birth: number }
  private readonly kindOf: (cell: Cell) => number

  constructor(of: SideOptions) {
    const { columns, school } = of.found
    this.of = of
    this.people = new PeopleBuilder(of.isShared)
    this.kinds = this.people.column('kind')
    const all = [...Object.values(columns), ...(school === null ? [] : [school])]
    this.wanted = [...new Set(all)]
    const placeOf = (field: FieldName): number => {
      const column = columns[field]
      return column === undefined ? -1 : this.wanted.indexOf(column)
    }
    this.places = { id: placeOf('id'), kind: placeOf('userType'), birth: placeOf('birthDate') }
    this.kindOf = kindReader(of.role)
    this.usualKind = of.role === 'staff' ? 1 : 0
    const schoolPlace = school === null ? -1 : this.wanted.indexOf(school)
    this.writers = fieldWriters({ people: this.people, vocabulary: of.vocabulary, placeOf, schoolPlace, width: this.wanted.length })
  }

  /** Field by field, not row by row: the same few steps over and over are what a processor is fast at. */
  add(batch: FieldBatch): void {
    const { count, broken } = batch
    for (const row of broken) this.of.problems.add(row.problem)
    if (this.rows === 0) this.expectLike(batch)
    if (count > this.taken.length) this.taken = new Int32Array(count * 2)
    const taken = this.taken.subarray(0, count)
    this.takeRows(batch, taken)
    this.takeBirths(batch, taken)
    for (const write of this.writers) write(batch, taken)
    this.rows += count + broken.length
  }

  /** Makes room for the file as if all of it were like the second half of this batch: the first rows may have come as text. */
  private expectLike({ count, starts, ends }: FieldBatch): void {
    const { wanted, places, of, people } = this
    if (of.bytes === null || count < ROWS_MIN) return
    const middle = count >> 1
    const cellOf = (row: number): number => row * wanted.length + places.id
    const rowBytes = ((starts[cellOf(count - 1)] ?? 0) - (starts[cellOf(middle)] ?? 0)) / (count - 1 - middle)
    const idBytes = (ends[cellOf(middle)] ?? 0) - (starts[cellOf(middle)] ?? 0) + 1
    if (rowBytes <= idBytes) return
    const rows = Math.ceil((of.bytes / rowBytes) * MORE_THAN_EXPECTED)
    people.expect(rows, rows * idBytes)
  }

  /** The people read, or null where the birth dates have no form. */
  finish(): People | null {
    const people = this.people.people()
    return this.births.finish(people.birth, this.of.file, this.of.problems) ? people : null
  }

  private takeRows(batch: FieldBatch, taken: Int32Array): void {
    const { wanted, places, cells } = this
    for (let row = 0; row < batch.count; row += 1) {
      cells.id.moveTo(batch, row * wanted.length + places.id)
      taken[row] = this.rowFor(batch, row)
    }
  }

  /** The dates of all rows are counted, and kept of those that are taken. */
  private takeBirths(batch: FieldBatch, taken: Int32Array): void {
    const { places, births, wanted } = this
    if (places.birth < 0) return
    const column = this.people.column('birth')
    const cell = new Cell()
    for (let row = 0; row < batch.count; row += 1) {
      cell.moveTo(batch, row * wanted.length + places.birth)
      const birth = births.read(cell)
      const person = taken[row] ?? -1
      if (person < 0) continue
      births.use(birth, batch.lines[row] ?? 0, cell)
      column.set(person, birth)
    }
  }

  /** The row of a new person; -1 for nobody new, or nobody wanted. */
  private rowFor(batch: FieldBatch, batchRow: number): number {
    const { places, people } = this
    const { id } = this.cells
    if (id.isEmpty) {
      this.tell('person.without_id', batch, batchRow)
      return -1
    }
    const kind = places.kind < 0 ? this.usualKind : this.kindIn(batch, batchRow * this.wanted.length + places.kind)
    const isWanted = kind !== NOT_WANTED
    if (!isWanted && people.ids.find(id.text()) < 0) return -1
    const row = isWanted ? people.addBytes(id.bytes, id.start, id.end) : -1
    if (row < 0) this.tell('person.duplicate_id', batch, batchRow, id.text())
    else this.kinds.set(row, kind)
    return row
  }

  private kindIn(batch: FieldBatch, at: number): number {
    this.cells.kind.moveTo(batch, at)
    return this.kindOf(this.cells.kind)
  }

  private tell(code: ProblemCode, { lines }: FieldBatch, row: number, value: string | null = null): void {
    this.of.problems.add(problem(code, { file: this.of.file, line: lines[row] ?? 0, column: 'id', value }))
  }
}

import { problem } from '../../kernel/index.ts'
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
  readonly found: FoundColumns
  /** The kind of everybody where no column says it; then also the only kind that is used, when asked for. */
  readonly role: PersonKind | null
  readonly vocabulary: Vocabulary
  readonly problems: ProblemList
}

/** Puts the rows of a file into columns. Rows that cannot be used, or can only in part, are told; nothing stops the others. */
export class SideBuilder {
  /** The columns of the file that are read, each once. */
  readonly wanted: readonly number[]
  /** Rows read, of whatever use. */
  rows = 0
  private readonly of: SideOptions
  private readonly people = new PeopleBuilder()
  private readonly births = new BirthColumn()
  private readonly writers: readonly FieldWriter[]
  private readonly cells = { id: new Cell(), kind: new Cell(), birth: new Cell() }
  private readonly places: { readonly id: number; readonly kind: number; readonly birth: number }
  private readonly kindOf: (cell: Cell) => number

  constructor(of: SideOptions) {
    const { columns, school } = of.found
    this.of = of
    const all = [...Object.values(columns), ...(school === null ? [] : [school])]
    this.wanted = [...new Set(all)]
    const placeOf = (field: FieldName): number => {
      const column = columns[field]
      return column === undefined ? -1 : this.wanted.indexOf(column)
    }
    this.places = { id: placeOf('id'), kind: placeOf('userType'), birth: placeOf('birthDate') }
    this.kindOf = kindReader(of.role)
    const schoolPlace = school === null ? -1 : this.wanted.indexOf(school)
    this.writers = fieldWriters({ people: this.people, vocabulary: of.vocabulary, placeOf, schoolPlace })
  }

  add(batch: FieldBatch): void {
    const { lines, count, broken } = batch
    for (const row of broken) this.of.problems.add(row.problem)
    for (let row = 0; row < count; row += 1) this.addRow(batch, row * this.wanted.length, lines[row] ?? 0)
    this.rows += count + broken.length
  }

  /** The people read, or null where the birth dates have no form. */
  finish(): People | null {
    const people = this.people.people()
    return this.births.finish(people.birth, this.of.file, this.of.problems) ? people : null
  }

  private addRow(batch: FieldBatch, at: number, line: number): void {
    const { cells, places } = this
    cells.id.moveTo(batch, at + places.id)
    cells.birth.moveTo(batch, places.birth < 0 ? -1 : at + places.birth)
    const birth = this.births.read(cells.birth)
    const row = this.rowFor(batch, at, line)
    if (row < 0) return
    this.births.use(birth, line, cells.birth)
    this.people.set('birth', row, birth)
    for (const write of this.writers) write(batch, at, row)
  }

  /** The row of a new person; -1 for nobody new, or nobody wanted. */
  private rowFor(batch: FieldBatch, at: number, line: number): number {
    const { cells, places, people, of } = this
    const { id } = cells
    if (id.isEmpty) {
      of.problems.add(problem('person.without_id', { file: of.file, line, column: 'id' }))
      return -1
    }
    cells.kind.moveTo(batch, places.kind < 0 ? -1 : at + places.kind)
    const kind = this.kindOf(cells.kind)
    const isWanted = kind !== NOT_WANTED
    if (!isWanted && people.ids.find(id.text()) < 0) return -1
    const row = isWanted ? people.addBytes(id.bytes, id.start, id.end) : -1
    if (row < 0) of.problems.add(problem('person.duplicate_id', { file: of.file, line, column: 'id', value: id.text() }))
    else people.set('kind', row, kind)
    return row
  }
}

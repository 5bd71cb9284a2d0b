import { type Problem, type ProblemCode, problem } from '../../kernel/index.ts'
import { birthIn, FormCount, formOf, isImpossible, type ReadDate, readBirthDate } from './birth-dates.ts'
import type { Cell } from './cell.ts'
import { PLACES_MAX, type ProblemList } from './side-problems.ts'

/** Dates of one form that may turn out to be a problem: the first of them, and how many there are. */
class Places {
  readonly first: { readonly line: number; readonly value: string }[] = []
  count = 0

  add(line: number, cell: Cell): void {
    this.count += 1
    if (this.first.length < PLACES_MAX) this.first.push({ line, value: cell.text() })
  }
}

/** The birth dates of a file while it is read. Which of them are wrong is known when all have been seen. */
export class BirthColumn {
  private readonly forms = new FormCount()
  /** By form, 0 for none. */
  private readonly all = [new Places(), new Places(), new Places(), new Places()]
  private readonly impossible = [new Places(), new Places(), new Places(), new Places()]

  /** Counts the date of any row. */
  read(cell: Cell): ReadDate {
    if (cell.isEmpty) return 0
    const date = readBirthDate(cell.bytes, cell.start, cell.end)
    this.forms.note(date)
    return date
  }

  /** Remembers where the date of a row stands that is used. */
  use(date: ReadDate, line: number, cell: Cell): void {
    if (cell.isEmpty) return
    this.all[formOf(date)]?.add(line, cell)
    if (isImpossible(date)) this.impossible[formOf(date)]?.add(line, cell)
  }

  /** Makes birth dates of what was read and tells what is wrong; false where the column has no form. */
  finish(births: Int32Array, file: string, problems: ProblemList): boolean {
    const form = this.forms.form()
    if (form === null) return false
    for (let row = 0; row < births.length; row += 1) {
      const date = births[row] ?? 0
      if (date !== 0) births[row] = birthIn(form, date)
    }
    const others = this.all.filter((_, it) => it !== form)
    const wrong = (code: ProblemCode, places: readonly Places[]): void => {
      const first = places.flatMap((it) => it.first).sort((one, other) => one.line - other.line)
      const told = first.slice(0, PLACES_MAX).map((it): Problem => problem(code, { ...it, file, column: 'birth_date' }))
      for (const it of told) problems.add(it)
      problems.addMore(code, places.reduce((sum, it) => sum + it.count, 0) - told.length)
    }
    wrong('person.unreadable_birth_date', others)
    wrong('person.impossible_birth_date', [this.impossible[form] ?? new Places()])
    return true
  }
}

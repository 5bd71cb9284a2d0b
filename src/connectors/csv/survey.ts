import { foldHeader } from '../../roster/index.ts'
import type { Row } from '../connector.ts'
import { type DateOrder, dateOrderOf, noDateEvidence, weighDate } from '../reading/index.ts'
import { cell, headerOf, type PeopleFile } from './people-file.ts'

/** What only all rows together can tell, found in a first pass over the file. */
export interface Survey {
  readonly dateOrder: DateOrder
  readonly isDateOrderGuessed: boolean
  readonly hasUsGrades: boolean
  /** "Class" is not where a pupil is registered: the same person stands in several, one row each. */
  readonly isClassPivot: boolean
  /** Where a column lists several classes a person: which names are registration classes of others. */
  readonly registrationClasses: ReadonlySet<string>
  readonly hasBrokenRows: boolean
  /** Broken ones included. */
  readonly rows: number
}

const US_GRADE = /^(kg|k|pk|pre-?k|tk|kindergarten)$/i

/** Reads a file once, keeping a class name per person and nothing else. */
export async function survey(file: PeopleFile): Promise<Survey> {
  const dates = noDateEvidence()
  const isAmbiguousClass = ['class', 'classname'].includes(foldHeader(headerOf(file, 'registrationClass') ?? ''))
  const classOf = new Map<string, string>()
  const registrationClasses = new Set<string>()
  const isPadded = foldHeader(headerOf(file, 'yearGroup') ?? '').includes('grade') ? /^0[1-9]$/ : null
  let hasUsGrades = file.isAmerican
  let isClassPivot = false
  let hasBrokenRows = false
  let rows = 0
  const look = (row: Row): void => {
    const birthDate = cell(file, row, 'birthDate')
    if (birthDate !== null) weighDate(dates, birthDate)
    const grade = cell(file, row, 'yearGroup') ?? ''
    hasUsGrades ||= US_GRADE.test(grade) || isPadded?.test(grade) === true
    const registered = file.listed.classes < 0 ? null : cell(file, row, 'registrationClass')
    if (registered !== null) registrationClasses.add(registered)
    const id = isAmbiguousClass && !isClassPivot ? idIn(file, row) : null
    const name = id === null ? null : cell(file, row, 'registrationClass')
    if (id === null || name === null) return
    isClassPivot = (classOf.get(id) ?? name) !== name
    classOf.set(id, name)
  }
  for await (const batch of file.table.rows()) {
    for (const row of batch) {
      if ('values' in row) look(row)
      else hasBrokenRows ||= row.isLayout !== true
      rows += 1
    }
  }
  const { order, isGuess } = dateOrderOf(dates, hasUsGrades)
  return { dateOrder: order, isDateOrderGuessed: isGuess, hasUsGrades, isClassPivot, registrationClasses, hasBrokenRows, rows }
}

function idIn(file: PeopleFile, row: Row): string | null {
  return cell(file, row, 'id') ?? cell(file, row, 'customId') ?? cell(file, row, 'upn')
}

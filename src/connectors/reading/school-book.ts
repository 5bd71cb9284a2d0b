import { problem } from '../../kernel/index.ts'
import { FILE_SCHOOL, type Place, type ReadSink } from '../connector.ts'

/** An organisation as a source describes it: a school, or something above or inside schools. */
export interface Organisation {
  readonly id: string
  readonly name: string | null
  readonly isSchool: boolean
  readonly parent: string | null
  readonly hasEnded: boolean
  readonly place: Place
}

/** The organisations of one package, and which of them count as schools (D22). */
export interface SchoolBook {
  readonly sink: ReadSink
  readonly described: Map<string, Organisation>
  /** Described, and no school unless somebody turns out to belong to it. */
  readonly waiting: Set<string>
  readonly undescribed: Set<string>
  /** The package names no school for its people: everything belongs to the one school that the file is about. */
  isNameless: boolean
  /** The package holds changes: schools may have been described earlier. */
  readonly refersToEarlier: boolean
  only?: string | null
}

export function schoolBook(sink: ReadSink, refersToEarlier = false): SchoolBook {
  return { sink, described: new Map(), waiting: new Set(), undescribed: new Set(), isNameless: false, refersToEarlier }
}

/** Takes the row of an organisation. False for an id that was described before: then nothing is told. */
export function describeOrganisation(book: SchoolBook, it: Organisation): boolean {
  if (book.described.has(it.id)) return false
  book.described.set(it.id, it)
  delete book.only
  if (it.isSchool && !it.hasEnded) book.sink.school({ externalId: it.id, name: it.name }, it.place)
  else book.waiting.add(it.id)
  return true
}

/**
 * The school to which an organisation's people and classes count: a school to itself, anything else to the nearest school above
 * it, and to itself when there is none. An id that nothing describes is a school of that id, and one warning.
 */
export function schoolOf(book: SchoolBook, organisationId: string, place: Place): string {
  if (book.isNameless) return FILE_SCHOOL
  const organisation = book.described.get(organisationId)
  if (organisation) return meet(book, schoolAbove(organisation, book.described))
  if (!book.undescribed.has(organisationId)) {
    book.undescribed.add(organisationId)
    book.sink.school({ externalId: organisationId, name: null }, null)
    const notDescribed = problem('school.not_described', { ...place, value: organisationId, params: { school: organisationId } })
    if (!book.refersToEarlier) book.sink.warning(organisationId, notDescribed)
  }
  return organisationId
}

/** The school of a row that names no organisation: the only one that the package describes, else null. */
export function schoolOfNone(book: SchoolBook): string | null {
  if (book.isNameless) return FILE_SCHOOL
  const only = onlySchool(book)
  return only === null ? null : schoolOf(book, only, { file: '', line: 0 })
}

/** The one school the package describes, or null where it describes none or several. */
export function onlySchool(book: SchoolBook): string | null {
  if (book.only === undefined) {
    const all = [...book.described.values()]
    const schools = all.filter((it) => it.isSchool && !it.hasEnded)
    const [first, second] = schools.length === 0 ? all : schools
    book.only = first && !second ? first.id : null
  }
  return book.only
}

/** Leaves out the rows of the organisations that came to count as no school. */
export function closeSchoolBook(book: SchoolBook): void {
  for (const id of book.waiting) {
    const organisation = book.described.get(id)
    if (organisation) book.sink.otherRow(organisation.place.file, 'leftOut')
  }
}

function meet(book: SchoolBook, school: Organisation): string {
  if (book.waiting.delete(school.id)) book.sink.school({ externalId: school.id, name: school.name }, school.place)
  return school.id
}

function schoolAbove(organisation: Organisation, described: ReadonlyMap<string, Organisation>): Organisation {
  const seen = new Set<string>()
  let above: Organisation | undefined = organisation
  while (above && !above.isSchool && !seen.has(above.id)) {
    seen.add(above.id)
    above = above.parent === null ? undefined : described.get(above.parent)
  }
  return above?.isSchool ? above : organisation
}

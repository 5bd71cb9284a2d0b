import type { Problem, Result } from '../../../kernel/index.ts'
import type { SourceClass, SourceEnrolment, SourcePerson } from '../../../roster/index.ts'
import type { FileConnector, FileReadRequest, Place, ReadSink, ReadSummary, SchoolKey, SourceFile } from '../../connector.ts'

/** For tests: a sink that keeps everything it is told, and counts the rows told of each file. */
export interface Recording {
  readonly sink: ReadSink
  readonly schools: Map<string, string | null>
  readonly people: { school: string; person: SourcePerson; place: Place }[]
  readonly gone: { school: string; kind: string; sourceId: string }[]
  readonly classes: { school: string; it: SourceClass }[]
  readonly enrolments: { school: string; it: SourceEnrolment }[]
  readonly leftOut: { school: SchoolKey; code: string; detail: string }[]
  readonly rejected: { school: SchoolKey; problem: Problem; who?: { kind: string; sourceId: string } }[]
  readonly otherRejected: { school: SchoolKey; problem: Problem; makesUnproven: string | null }[]
  readonly warnings: { school: SchoolKey; problem: Problem }[]
  /** How often a row of a file was told: `rows['users.csv']` is the number of its data rows when nobody is in two schools. */
  readonly rows: Record<string, number>
  readonly otherRows: Record<string, number>
}

export function recording(): Recording {
  const rows: Record<string, number> = {}
  const otherRows: Record<string, number> = {}
  const count = (file: string | null | undefined) => {
    if (file) rows[file] = (rows[file] ?? 0) + 1
  }
  const told: Omit<Recording, 'sink'> = {
    ...{ schools: new Map(), people: [], gone: [], classes: [], enrolments: [], leftOut: [] },
    ...{ rejected: [], otherRejected: [], warnings: [], rows, otherRows },
  }
  const sink: ReadSink = {
    school(school, place) {
      count(place?.file)
      told.schools.set(school.externalId, school.name)
    },
    person(school, person, place) {
      count(place.file)
      told.people.push({ school, person, place })
    },
    gone(school, kind, sourceId, place) {
      count(place.file)
      told.gone.push({ school, kind, sourceId })
    },
    class(school, it, place) {
      count(place?.file)
      told.classes.push({ school, it })
    },
    enrolment(school, it, place, counted) {
      if (counted) count(place.file)
      told.enrolments.push({ school, it })
    },
    leftOut(school, code, detail, place) {
      count(place.file)
      told.leftOut.push({ school, code, detail })
    },
    rejected(school, problem, who) {
      count(problem.file)
      told.rejected.push({ school, problem, ...(who && { who }) })
    },
    otherRow(file, outcome) {
      count(file)
      otherRows[`${file} ${outcome}`] = (otherRows[`${file} ${outcome}`] ?? 0) + 1
    },
    otherRejected(school, file, problem, makesUnproven) {
      count(file)
      told.otherRejected.push({ school, problem, makesUnproven })
    },
    warning(school, problem) {
      told.warnings.push({ school, problem })
    },
  }
  return { ...told, sink }
}

/** For tests: the files of a package from their texts. */
export function filesOf(texts: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(texts).map(([name, text]) => ({
    name,
    size: null,
    async *open() {
      yield Buffer.from(text)
    },
  }))
}

export type Recorded = Recording & { readonly summary: ReadSummary }

/** For tests: reads a package that is expected to be readable. */
export async function recordRead(connector: FileConnector, request: FileReadRequest): Promise<Recorded> {
  const record = recording()
  const read: Result<ReadSummary, Problem> = await connector.read(request, record.sink)
  if (!read.ok) throw new Error(`not readable: ${read.failure.code}`)
  return { ...record, summary: read.value }
}

/** For tests: how many people of each kind were told. */
export function kindsOf({ people }: Recording): Record<'pupil' | 'staff', number> {
  const of = (kind: string) => people.filter(({ person }) => person.kind === kind).length
  return { pupil: of('pupil'), staff: of('staff') }
}

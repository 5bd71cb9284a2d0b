import type { Problem } from '../../kernel/index.ts'
import type { EndedEnrolment, SourceChange, SourceClass, SourceEnrolment, SourcePerson } from '../../roster/index.ts'
import type { FileConnector, FileReadRequest, Place, ReadSink, ReadSummary, SchoolKey, SourceFile } from '../connector.ts'

/** For tests: a sink that keeps everything it is told, in the order of telling, and counts the rows told of each file. */
export interface Recording {
  readonly sink: ReadSink
  readonly schools: Map<string, string | null>
  readonly people: { school: string; person: SourcePerson; place: Place }[]
  readonly gone: { school: SchoolKey; kind: string; sourceId: string; leftOn: string | undefined }[]
  readonly changed: { school: SchoolKey; change: SourceChange }[]
  readonly classes: { school: string; it: SourceClass }[]
  readonly enrolments: { school: string; it: SourceEnrolment; counted: boolean }[]
  readonly ended: { school: string; it: EndedEnrolment }[]
  readonly leftOut: { school: SchoolKey; code: string; detail: string; place: Place }[]
  readonly rejected: { school: SchoolKey; problem: Problem; who?: { kind: string; sourceId: string } }[]
  readonly otherRejected: { school: SchoolKey; problem: Problem; makesUnproven: string | null }[]
  readonly warnings: { school: SchoolKey; problem: Problem }[]
  /** How often a row of a people file was told: once when nobody is in two schools. */
  readonly peopleRows: Record<string, number>
  /** How often a row of a file was told: `rows['users.csv']` is the number of its data rows when nobody is in two schools. */
  readonly rows: Record<string, number>
  readonly otherRows: Record<string, number>
}

export function recording(): Recording {
  const told: Omit<Recording, 'sink'> = {
    ...{ schools: new Map(), people: [], gone: [], changed: [], classes: [], enrolments: [], ended: [] },
    ...{ leftOut: [], rejected: [], otherRejected: [], warnings: [], ...{ rows: {}, peopleRows: {}, otherRows: {} } },
  }
  const { count, countPerson } = counting(told)
  const sink: ReadSink = {
    school(school, place) {
      count(place?.file)
      told.schools.set(school.externalId, school.name)
    },
    person(school, person, place) {
      countPerson(place.file)
      told.people.push({ school, person, place })
    },
    gone(school, kind, sourceId, place) {
      if (kind === 'class') count(place.file)
      else countPerson(place.file)
      told.gone.push({ school, kind, sourceId, leftOn: place.leftOn })
    },
    changed(school, change, place, counted) {
      if (counted) countPerson(place.file)
      else count(place.file)
      told.changed.push({ school, change })
    },
    class(school, it, place) {
      count(place?.file)
      told.classes.push({ school, it })
    },
    enrolment(school, it, place, counted) {
      if (counted) count(place.file)
      told.enrolments.push({ school, it, counted })
    },
    enrolmentGone(school, it, place) {
      count(place.file)
      told.ended.push({ school, it })
    },
    leftOut(school, code, detail, place) {
      countPerson(place.file)
      told.leftOut.push({ school, code, detail, place })
    },
    rejected(school, problem, who) {
      countPerson(problem.file)
      told.rejected.push({ school, problem, ...(who && { who }) })
    },
    otherRow(file, outcome) {
      count(file)
      told.otherRows[`${file} ${outcome}`] = (told.otherRows[`${file} ${outcome}`] ?? 0) + 1
    },
    otherRejected(school, file, problem, makesUnproven) {
      count(file)
      told.otherRejected.push({ school, problem, makesUnproven })
    },
    warning: (school, problem) => void told.warnings.push({ school, problem }),
  }
  return { ...told, sink }
}

function counting({ rows, peopleRows }: Pick<Recording, 'rows' | 'peopleRows'>) {
  const count = (file: string | null | undefined) => {
    if (file) rows[file] = (rows[file] ?? 0) + 1
  }
  const countPerson = (file: string | null) => {
    count(file)
    peopleRows[file ?? ''] = (peopleRows[file ?? ''] ?? 0) + 1
  }
  return { count, countPerson }
}

/** For tests: the files of a package from their contents. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): SourceFile[] {
  return Object.entries(contents).map(([name, content]) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return {
      name,
      size: bytes.length,
      async *open() {
        yield bytes
      },
    }
  })
}

export type Recorded = Recording & { readonly summary: ReadSummary }

/** For tests: reads a package that is expected to be readable. */
export async function recordRead(connector: FileConnector, request: FileReadRequest): Promise<Recorded> {
  const record = recording()
  const read = await connector.read(request, record.sink)
  if (!read.ok) throw new Error(`not readable: ${read.failure.code}`)
  return { ...record, summary: read.value }
}

/** For tests: how many people of each kind were told. */
export function kindsOf({ people }: Recording): Record<'pupil' | 'staff', number> {
  const of = (kind: string) => people.filter(({ person }) => person.kind === kind).length
  return { pupil: of('pupil'), staff: of('staff') }
}

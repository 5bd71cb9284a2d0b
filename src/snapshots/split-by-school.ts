import type { Carried, ReadSink, ReadSummary } from '../connectors/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import { dealingSink } from './dealing-sink.ts'
import type { OpenPart } from './open-part.ts'
import { type OpenParts, openParts } from './open-parts.ts'
import type { Incomplete, RowCounts, SchoolPart } from './upload.ts'

/** What belongs to no school: rows whose school nobody knows, and the files that are not about people. */
export interface NoSchoolPart {
  readonly rows: RowCounts
  readonly files: readonly { readonly file: string; readonly rows: RowCounts }[]
  readonly problems: readonly Problem[]
}

/** How a caller overrides what a package says about its own completeness (D24). */
export type DeclaredExtent = 'as_read' | 'full' | 'partial'

/** Takes a source's records as they are read and deals them out by school. */
export interface SchoolSplit {
  readonly sink: ReadSink
  /** Everything read, school by school in the order of their ids. */
  finish(summary: ReadSummary, declared: DeclaredExtent): { readonly schools: readonly SchoolPart[]; readonly noSchool: NoSchoolPart }
}

/** @param fileSchool the external id that stands for the file's own school (D22) */
export function splitBySchool(fileSchool: { readonly externalId: string; readonly name: string | null }): SchoolSplit {
  const open = openParts(fileSchool)
  return {
    sink: dealingSink(open),
    finish(summary, declared) {
      const byId = [...open.parts].sort(([a], [b]) => (a < b ? -1 : 1))
      const { chunks, problems } = open.nobody.finish()
      const schools = byId.map(([externalId, part]) => finishPart({ externalId, part, open, ofAll: chunks, summary, declared }))
      const files = [...open.otherFiles.all].map(([file, counter]) => ({ file, rows: counter.counts }))
      const count = open.changesWithoutSchool
      const unplaced = count === 0 ? [] : [problem('package.change_without_school', { params: { count } })]
      return { schools, noSchool: { rows: open.nobody.rows.counts, files, problems: [...problems, ...unplaced] } }
    },
  }
}

interface FinishedPart {
  readonly externalId: string
  readonly part: OpenPart
  readonly open: OpenParts
  /** Chunks of items that are offered to every school. */
  readonly ofAll: readonly Buffer[]
  readonly summary: ReadSummary
  readonly declared: DeclaredExtent
}

function finishPart({ externalId, part, open, ofAll, summary, declared }: FinishedPart): SchoolPart {
  if (!part.isDescribed) part.problems.push(problem('school.not_described', { value: externalId, params: { school: externalId } }))
  const extent = (kind: keyof Incomplete): 'absent' | 'whole' | 'part' => extentOf(summary, kind, declared)
  const { chunks, problems } = part.finish()
  return {
    externalId,
    name: part.name,
    chunks: [...chunks, ...ofAll],
    problems,
    summary: {
      format: summary.format,
      hasUsGrades: summary.hasUsGrades,
      ...(summary.schoolYears === undefined ? {} : { schoolYears: summary.schoolYears }),
      files: open.files,
      people: part.rows.counts,
      carries: { pupil: extent('pupil'), staff: extent('staff'), class: extent('class'), enrolment: extent('enrolment') },
      incomplete: incompleteness(summary, declared, [part, open.nobody]),
      isDeclaredFull: declared === 'full',
    },
  }
}

function extentOf(summary: ReadSummary, kind: keyof Incomplete, declared: DeclaredExtent): 'absent' | 'whole' | 'part' {
  const carried = summary.carries[kind]
  if (carried.extent === 'absent' || declared === 'as_read') return carried.extent
  return declared === 'full' && !isCertainlyPart(carried) ? 'whole' : 'part'
}

/** Absence counts when the package is whole, or was declared so, and no row stood in the way (D24). */
function incompleteness(summary: ReadSummary, declared: DeclaredExtent, parts: readonly OpenPart[]): Incomplete {
  const of = (kind: keyof Incomplete): string | null => {
    const carried = summary.carries[kind]
    if (carried.extent === 'absent') return 'not in the source'
    if (declared === 'partial') return 'declared partial'
    if (carried.extent === 'part' && (declared !== 'full' || isCertainlyPart(carried))) return carried.why
    return parts.map((part) => part.unproven.get(kind)).find((why) => why !== undefined) ?? null
  }
  return { pupil: of('pupil'), staff: of('staff'), class: of('class'), enrolment: of('enrolment') }
}

/** What is missing, damaged or a list of changes is not made whole by declaring it so. */
function isCertainlyPart(carried: Carried): boolean {
  return carried.extent === 'part' && carried.isCertain === true
}

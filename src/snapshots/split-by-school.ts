import { FILE_SCHOOL, type Place, type ReadSink, type ReadSummary, type SchoolKey } from '../connectors/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import type { SourceKind } from '../roster/index.ts'
import { countersByName, type RowCounter } from './file-counts.ts'
import { type OpenPart, openPart } from './school-part.ts'
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
  const parts = new Map<string, OpenPart>()
  const otherFiles = countersByName()
  const files: string[] = []
  const nobody = openPart()

  const partOf = (school: SchoolKey): OpenPart => {
    if (school === null) return nobody
    const key = school === FILE_SCHOOL ? fileSchool.externalId : school
    const part = parts.get(key) ?? openPart()
    if (school === FILE_SCHOOL) Object.assign(part, { isDescribed: true, name: part.name ?? fileSchool.name })
    parts.set(key, part)
    return part
  }
  const numberOf = (file: string): number => {
    const known = files.lastIndexOf(file)
    return known >= 0 ? known : files.push(file) - 1
  }
  const countOther = (place: Place | null, counted = true): RowCounter | undefined =>
    place !== null && counted ? otherFiles.of(place.file) : undefined

  const sink: ReadSink = {
    school(school, place) {
      const part = partOf(school.externalId)
      part.isDescribed = true
      part.name = school.name ?? part.name
      countOther(place)?.count('used')
    },
    person(school, person, place) {
      const part = partOf(school)
      part.rows.count('used')
      part.add(['person', person, numberOf(place.file), place.line])
    },
    gone(school, kind, sourceId, place) {
      const part = partOf(school)
      part.add(['gone', kind, sourceId])
      if (kind === 'class') countOther(place)?.count('leftOut')
      else part.leftOut('person.marked_deleted', kind, place)
    },
    class(school, it, place) {
      partOf(school).add(['class', it])
      countOther(place)?.count('used')
    },
    enrolment(school, it, place, counted) {
      partOf(school).add(['enrolment', it, numberOf(place.file), place.line, counted ? 1 : 0])
      countOther(place, counted)?.count('used')
    },
    leftOut: (school, code, detail, place) => partOf(school).leftOut(code, detail, place),
    rejected(school, it, who) {
      const part = partOf(school)
      part.rows.count('rejected')
      part.problems.push(it)
      if (who !== undefined) part.add(['unreadable', who.kind, who.sourceId])
      else for (const kind of ['pupil', 'staff'] as const) markUnproven(part, kind, it)
    },
    otherRow: (file, outcome) => otherFiles.of(file).count(outcome),
    otherRejected(school, file, it, makesUnproven) {
      otherFiles.of(file).count('rejected')
      partOf(school).problems.push(it)
      if (makesUnproven !== null) markUnproven(partOf(school), makesUnproven, it)
    },
    warning: (school, it) => void partOf(school).problems.push(it),
  }

  return {
    sink,
    finish(summary, declared) {
      const schools = [...parts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([externalId, part]): SchoolPart => {
          if (!part.isDescribed) part.problems.push(problem('school.not_described', { value: externalId, params: { school: externalId } }))
          return {
            externalId,
            name: part.name,
            ...part.finish(),
            summary: {
              format: summary.format,
              hasUsGrades: summary.hasUsGrades,
              files,
              people: part.rows.counts,
              carries: {
                pupil: extentOf(summary, 'pupil', declared),
                staff: extentOf(summary, 'staff', declared),
                class: extentOf(summary, 'class', declared),
                enrolment: extentOf(summary, 'enrolment', declared),
              },
              incomplete: incompleteness(summary, declared, [part, nobody]),
            },
          }
        })
      const others = [...otherFiles.all].map(([file, counter]) => ({ file, rows: counter.counts }))
      return { schools, noSchool: { rows: nobody.rows.counts, files: others, problems: nobody.finish().problems } }
    },
  }
}

function markUnproven(part: OpenPart, kind: SourceKind | 'enrolment', it: Problem): void {
  const where = it.file === null ? '' : ` (${it.file}${it.line === null ? '' : `, line ${it.line}`})`
  if (!part.unproven.has(kind)) part.unproven.set(kind, `a row could not be read${where}`)
}

function extentOf(summary: ReadSummary, kind: keyof Incomplete, declared: DeclaredExtent): 'absent' | 'whole' | 'part' {
  const { extent } = summary.carries[kind]
  if (extent === 'absent' || declared === 'as_read') return extent
  return declared === 'full' ? 'whole' : 'part'
}

/** Absence counts when the package is whole, or was declared so, and no row stood in the way (D24). */
function incompleteness(summary: ReadSummary, declared: DeclaredExtent, parts: readonly OpenPart[]): Incomplete {
  const of = (kind: keyof Incomplete): string | null => {
    const carried = summary.carries[kind]
    if (carried.extent === 'absent') return 'not in the source'
    if (declared === 'partial') return 'declared partial'
    if (carried.extent === 'part' && declared !== 'full') return carried.why
    return parts.map((part) => part.unproven.get(kind)).find((why) => why !== undefined) ?? null
  }
  return { pupil: of('pupil'), staff: of('staff'), class: of('class'), enrolment: of('enrolment') }
}

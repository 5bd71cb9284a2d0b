import type { Problem } from '../kernel/index.ts'
import type { PersonKind, SourceClass, SourceEnrolment, SourcePerson, SourceSchool } from '../roster/index.ts'
import type { Place, ReadSink, SchoolKey } from './connector.ts'

type At<Fact> = Fact & { readonly school: string; readonly place: Place }

/** All that a connector told, in the order of telling. */
export interface Recorded {
  readonly schools: SourceSchool[]
  readonly persons: At<{ readonly person: SourcePerson }>[]
  readonly gone: At<{ readonly kind: PersonKind | 'class'; readonly sourceId: string }>[]
  readonly classes: { readonly school: string; readonly it: SourceClass; readonly place: Place | null }[]
  readonly enrolments: At<{ readonly it: SourceEnrolment; readonly counted: boolean }>[]
  readonly leftOut: { readonly school: SchoolKey; readonly code: string; readonly detail: string; readonly place: Place }[]
  readonly rejected: {
    readonly school: SchoolKey
    readonly problem: Problem
    readonly who: { kind: PersonKind; sourceId: string } | null
  }[]
  readonly otherRows: { readonly file: string; readonly outcome: 'used' | 'leftOut' }[]
  readonly otherRejected: { readonly school: SchoolKey; readonly file: string; readonly problem: Problem }[]
  readonly warnings: { readonly school: SchoolKey; readonly problem: Problem }[]
}

/** For tests of connectors: a sink that only remembers. */
export function recordingSink(): { readonly sink: ReadSink; readonly recorded: Recorded } {
  const recorded: Recorded = {
    ...{ schools: [], persons: [], gone: [], classes: [], enrolments: [] },
    ...{ leftOut: [], rejected: [], otherRows: [], otherRejected: [], warnings: [] },
  }
  const sink: ReadSink = {
    school: (school) => void recorded.schools.push(school),
    person: (school, person, place) => void recorded.persons.push({ school, person, place }),
    gone: (school, kind, sourceId, place) => void recorded.gone.push({ school, kind, sourceId, place }),
    class: (school, it, place) => void recorded.classes.push({ school, it, place }),
    enrolment: (school, it, place, counted) => void recorded.enrolments.push({ school, it, place, counted }),
    leftOut: (school, code, detail, place) => void recorded.leftOut.push({ school, code, detail, place }),
    rejected: (school, problem, who) => void recorded.rejected.push({ school, problem, who: who ?? null }),
    otherRow: (file, outcome) => void recorded.otherRows.push({ file, outcome }),
    otherRejected: (school, file, problem) => void recorded.otherRejected.push({ school, file, problem }),
    warning: (school, problem) => void recorded.warnings.push({ school, problem }),
  }
  return { sink, recorded }
}

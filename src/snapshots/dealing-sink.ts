import type { Place, ReadSink } from '../connectors/index.ts'
import type { Problem } from '../kernel/index.ts'
import type { SourceKind } from '../roster/index.ts'
import type { OpenPart } from './open-part.ts'
import type { OpenParts } from './open-parts.ts'
import type { RowCounter } from './row-counter.ts'

/** Takes records as they are read, deals them out by school and counts their rows. */
export function dealingSink(open: OpenParts): ReadSink {
  const countOther = (place: Place | null, counted = true): RowCounter | undefined =>
    place !== null && counted ? open.otherFiles.of(place.file) : undefined
  return {
    school(school, place) {
      const part = open.of(school.externalId)
      part.isDescribed = true
      part.name = school.name ?? part.name
      countOther(place)?.count('used')
    },
    person(school, person, place) {
      const part = open.of(school)
      part.rows.count('used')
      part.add(['person', person, open.numberOf(place.file), place.line])
    },
    gone(school, kind, sourceId, place) {
      const part = open.of(school)
      part.add(place.leftOn === undefined ? ['gone', kind, sourceId] : ['gone', kind, sourceId, place.leftOn])
      if (school === null) open.changesWithoutSchool += 1
      if (kind === 'class') countOther(place)?.count('leftOut')
      else part.leftOut('person.marked_deleted', kind, place)
    },
    changed(school, change, place, counted) {
      const part = open.of(school)
      part.add(['changed', change, open.numberOf(place.file), place.line, school === null || !counted ? 0 : 1])
      if (school === null) open.changesWithoutSchool += 1
      if (counted) part.rows.count('used')
      else countOther(place)?.count('used')
    },
    class(school, it, place) {
      open.of(school).add(['class', it])
      countOther(place)?.count('used')
    },
    enrolment(school, it, place, counted) {
      open.of(school).add(['enrolment', it, open.numberOf(place.file), place.line, counted ? 1 : 0])
      countOther(place, counted)?.count('used')
    },
    enrolmentGone(school, it, place) {
      open.of(school).add(['enrolmentGone', it])
      countOther(place)?.count('leftOut')
    },
    leftOut: (school, code, detail, place) => open.of(school).leftOut(code, detail, place),
    rejected(school, it, who) {
      const part = open.of(school)
      part.rows.count('rejected')
      part.problems.push(it)
      if (who !== undefined) part.add(['unreadable', who.kind, who.sourceId])
      else for (const kind of ['pupil', 'staff'] as const) markUnproven(part, kind, it)
    },
    otherRow: (file, outcome) => open.otherFiles.of(file).count(outcome),
    otherRejected(school, file, it, makesUnproven) {
      open.otherFiles.of(file).count('rejected')
      open.of(school).problems.push(it)
      if (makesUnproven !== null) markUnproven(open.of(school), makesUnproven, it)
    },
    warning: (school, it) => void open.of(school).problems.push(it),
  }
}

function markUnproven(part: OpenPart, kind: SourceKind | 'enrolment', it: Problem): void {
  const where = it.file === null ? '' : ` (${it.file}${it.line === null ? '' : `, line ${it.line}`})`
  if (!part.unproven.has(kind)) part.unproven.set(kind, `a row could not be read${where}`)
}

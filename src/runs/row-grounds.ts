import type { DirectoryLink } from '../directory/index.ts'
import { dateIn } from '../kernel/index.ts'
import { type GroundFacts, type ReviewRow, type RowGround, rowGround } from '../review/index.ts'
import { nextYearGroup, recordKey } from '../roster/index.ts'
import type { ReviewFacts } from './review-facts.ts'
import { isYearStart } from './school-rules.ts'

/** Reads the ground of each row of a review. @param at when the run began: the year's start is that of its day */
export function groundsOf(facts: ReviewFacts, at: Date): (row: ReviewRow) => RowGround | null {
  const { directory, read, school, settings, years } = facts
  const { snapshot } = read
  const links = new Map<string, DirectoryLink[]>()
  for (const link of directory.links)
    if (link.recordKind === 'person') links.set(link.recordId, [...(links.get(link.recordId) ?? []), link])
  const known: GroundFacts = {
    isYearStart: isYearStart(school, settings, at),
    connection: snapshot.connectionId,
    hasBegun: links.size > 0,
    yearGroups: new Set(directory.yearGroups.keys()),
    nextYearGroup: (code) => nextYearGroup(code, school.vocabulary),
    linksOf: (personId) => links.get(personId) ?? [],
    leftOn: (kind, sourceId) => facts.leftOn.get(recordKey(kind, sourceId)) ?? null,
    today: dateIn(school.timeZone, at),
    dayOf: (instant) => dateIn(school.timeZone, new Date(instant)),
  }
  return (row) => {
    const record = snapshot.current.get(recordKey(row.kind, row.sourceId ?? ''))
    const there = record === undefined || record.kind === 'class' ? null : record.body.fields
    const raw = there?.yearGroup ?? null
    const here = directory.people.get(row.personId ?? '')?.fields ?? null
    return rowGround(row, { here, there: there && { ...there, yearGroup: raw === null ? null : (years.of(raw)?.code ?? null) } }, known)
  }
}

import type { ClassesAnswer, ScopeAnswer, YearGroupsAnswer } from '../contract/index.ts'
import { listYearGroups } from '../roster/index.ts'
import { type ClassPanel, classRows, type PupilScope, type ReviewFacts, type Run, yearGroupRows } from '../runs/index.ts'

/** The year groups of the MIS, and the year groups to choose from. */
export function presentYearGroups(facts: ReviewFacts): YearGroupsAnswer {
  const rows = yearGroupRows(facts)
  const named = new Map([...facts.directory.yearGroups.values()].map((it) => [it.code, it.fields.name]))
  const choices = listYearGroups(facts.school.vocabulary).map(({ code, name }) => ({ code, name: named.get(code) ?? name }))
  return { rows: rows.map((it) => ({ ...it })), choices }
}

/** The classes of one kind in the MIS, and those of ours that they can go to. */
export function presentClassRows(run: Run, facts: ReviewFacts, kind: ClassPanel): ClassesAnswer {
  const ours = [...facts.directory.classes.values()]
    .filter((it) => it.fields.kind === kind && !it.fields.isArchived)
    .map((it) => ({ id: it.id, name: it.fields.name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const rows = classRows(run, facts, kind).map((it) => ({ ...it, teachers: [...it.teachers] }))
  return { rows, ours }
}

/** Which pupils are synced, and what there is to choose from. */
export function presentScope({ cohort, yearGroups, registrationClasses, ...rest }: PupilScope): ScopeAnswer {
  return {
    ...rest,
    cohort: cohort === null ? null : { yearGroups: [...cohort.yearGroups], registrationClasses: [...cohort.registrationClasses] },
    yearGroups: yearGroups.map((it) => ({ ...it })),
    registrationClasses: registrationClasses.map((it) => ({ ...it })),
  }
}

import type { ClassesAnswer, ScopeAnswer, YearGroupsAnswer } from '../contract/index.ts'
import { listYearGroups } from '../roster/index.ts'
import {
  type ClassPanel,
  classesPanel,
  nurseryChoice,
  type PupilScope,
  type ReviewFacts,
  type Run,
  schoolYearOfRun,
  yearGroupRows,
} from '../runs/index.ts'

/** The year groups of the MIS, and the year groups to choose from. */
export function presentYearGroups(run: Run, facts: ReviewFacts): YearGroupsAnswer {
  const rows = yearGroupRows(facts)
  const named = new Map([...facts.directory.yearGroups.values()].map((it) => [it.code, it.fields.name]))
  const choices = listYearGroups(facts.school.vocabulary).map(({ code, name }) => ({ code, name: named.get(code) ?? name }))
  return { rows: rows.map((it) => ({ ...it })), choices, nursery: nurseryChoice(facts, rows), schoolYear: presentSchoolYear(run, facts) }
}

/** The school year of the read, and those that it can be taken for: the one by the calendar, the one before, and the MIS's own. */
function presentSchoolYear(run: Run, facts: ReviewFacts): YearGroupsAnswer['schoolYear'] {
  const { start, source, misStart, bySchool } = schoolYearOfRun(run, facts)
  const byMis = misStart === null ? null : Number(misStart.slice(0, 4))
  const years = [...new Set([start, byMis ?? bySchool, bySchool, bySchool - 1])].sort((a, b) => b - a)
  const dayOf = (year: number): string => (year === byMis && misStart !== null ? misStart : `${year}-${facts.school.yearStart}`)
  return { start, source, isMismatch: byMis !== null && byMis !== bySchool, choices: years.map((year) => ({ year, from: dayOf(year) })) }
}

/** The classes of one kind in the MIS, and those of ours that they can go to. */
export function presentClassRows(run: Run, facts: ReviewFacts, kind: ClassPanel): ClassesAnswer {
  const ours = [...facts.directory.classes.values()]
    .filter((it) => it.fields.kind === kind && !it.fields.isArchived)
    .map(({ id, fields: { name, description, localFields } }) => ({
      id,
      name,
      description,
      ownsDescription: localFields.includes('description'),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const { rows, naming, emptied } = classesPanel(run, facts, kind)
  return {
    rows: rows.map((it) => ({ ...it, teachers: [...it.teachers], near: [...it.near] })),
    ours,
    naming,
    emptied: { ...emptied, names: [...emptied.names] },
  }
}

/** Which pupils are synced, and what there is to choose from. */
export function presentScope({ cohort, kept, yearGroups, registrationClasses, ...rest }: PupilScope): ScopeAnswer {
  return {
    ...rest,
    cohort: listed(cohort),
    kept: listed(kept),
    yearGroups: yearGroups.map((it) => ({ ...it })),
    registrationClasses: registrationClasses.map((it) => ({ ...it })),
  }
}

function listed(cohort: PupilScope['cohort']): ScopeAnswer['cohort'] {
  return cohort === null ? null : { yearGroups: [...cohort.yearGroups], registrationClasses: [...cohort.registrationClasses] }
}

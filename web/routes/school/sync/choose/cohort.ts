import type { RouteBody, ScopeAnswer } from '../../../../../src/contract/index.ts'

/** Which pupils a person chose: all, or some years or classes. What was ticked for the other stays ticked. */
export interface PupilChoice {
  readonly kind: 'all' | 'years' | 'classes'
  readonly years: readonly string[]
  readonly classes: readonly string[]
}

/** What a choice means to the API; null: all pupils. */
export type Cohort = RouteBody<'runs.countScope'>['cohort']

/** The choice that holds now. */
export function choiceOf({ cohort }: Pick<ScopeAnswer, 'cohort'>): PupilChoice {
  if (cohort === null) return { kind: 'all', years: [], classes: [] }
  const kind = cohort.registrationClasses.length > 0 ? 'classes' : 'years'
  return { kind, years: cohort.yearGroups, classes: cohort.registrationClasses }
}

/** The cohort of a choice: one kind of list, never both. */
export function cohortOf({ kind, years, classes }: PupilChoice): Cohort {
  if (kind === 'all') return null
  return { yearGroups: kind === 'years' ? [...years] : [], registrationClasses: kind === 'classes' ? [...classes] : [] }
}

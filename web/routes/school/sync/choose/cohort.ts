import type { RouteBody, ScopeAnswer } from '../../../../../src/contract/index.ts'

/** Which pupils a person chose: all, or some years or classes. What was ticked for the other stays ticked. */
export interface PupilChoice {
  readonly kind: 'all' | 'years' | 'classes'
  readonly years: readonly string[]
  readonly classes: readonly string[]
  /** Those alone; else they are added to what is synced already (D25). */
  readonly isOnly: boolean
}

/** What a choice means to the API; a cohort of null: all pupils. */
export type Cohort = Required<RouteBody<'runs.countScope'>>

/** The choice that holds now. */
export function choiceOf({ cohort }: Pick<ScopeAnswer, 'cohort'>): PupilChoice {
  if (cohort === null) return { kind: 'all', years: [], classes: [], isOnly: false }
  const kind = cohort.registrationClasses.length > 0 && cohort.yearGroups.length === 0 ? 'classes' : 'years'
  return { kind, years: cohort.yearGroups, classes: cohort.registrationClasses, isOnly: false }
}

/** The cohort of a choice: one kind of list, never both; what is synced already is added by the server. */
export function cohortOf({ kind, years, classes, isOnly }: PupilChoice): Cohort {
  if (kind === 'all') return { cohort: null, isOnly }
  const cohort = { yearGroups: kind === 'years' ? [...years] : [], registrationClasses: kind === 'classes' ? [...classes] : [] }
  return { cohort, isOnly }
}

/** Whether a choice takes nobody in. */
export function isNobody(choice: PupilChoice, kept: ScopeAnswer['kept']): boolean {
  if (choice.kind === 'all') return false
  const isAdding = kept !== null && !choice.isOnly
  return choice[choice.kind].length === 0 && !isAdding
}

/** What of a list is synced already, and stays so while a choice is added to it. */
export function keptOf(kind: 'years' | 'classes', { isOnly }: PupilChoice, kept: ScopeAnswer['kept']): readonly string[] {
  if (kept === null || isOnly) return []
  return kind === 'years' ? kept.yearGroups : kept.registrationClasses
}

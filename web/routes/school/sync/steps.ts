import type { Panel, RunDetails, RunScope } from '../../../../src/contract/index.ts'

/** A step of the wizard: the panels of D16 between *Connect* and *Review*. */
export type StepName = 'connect' | Panel | 'review'

/** A step as the list of steps shows it (UX B3). */
export interface Step {
  readonly name: StepName
  readonly state: 'done' | 'open' | 'closed' | 'ready'
}

const ORDER = ['staff', 'year_groups', 'registration_classes', 'subject_classes', 'pupils'] as const satisfies readonly Panel[]

/** Where each step's page is, under the school's `sync`. */
export const STEP_PATHS = {
  connect: 'connect',
  staff: 'staff',
  year_groups: 'years',
  registration_classes: 'registration',
  subject_classes: 'subjects',
  pupils: 'pupils/choose',
  review: 'review',
} as const satisfies Readonly<Record<StepName, string>>

/** States of a run in which people still decide. */
export const DECIDING: readonly RunDetails['state'][] = ['reviewing', 'ready']

/** The panels a run of this scope goes through. */
export function panelsOf(scope: RunScope): readonly Panel[] {
  return scope === 'all' ? ORDER : [scope]
}

/** All steps of a run, each with whether it is done, can be done, or cannot be started yet (S-41, S-42). */
export function stepsOf({
  scope,
  savedPanels,
  openPanels,
  isFirst,
}: Pick<RunDetails, 'scope' | 'savedPanels' | 'openPanels' | 'isFirst'>): readonly Step[] {
  const panels = panelsOf(scope)
  const areAllSaved = panels.every((it) => savedPanels.includes(it))
  const steps = panels.map((name): Step => {
    if (savedPanels.includes(name)) return { name, state: 'done' }
    return { name, state: openPanels.includes(name) ? 'open' : 'closed' }
  })
  const mayReview = scope !== 'all' || !isFirst || areAllSaved
  return [{ name: 'connect', state: 'done' }, ...steps, { name: 'review', state: mayReview ? 'ready' : 'closed' }]
}

/** Where *Save and continue* leads from a panel, and what the first unsaved step is: never one that is closed. */
export function stepAfter(name: StepName, scope: RunScope): StepName {
  const names: readonly StepName[] = ['connect', ...panelsOf(scope), 'review']
  return names[names.indexOf(name) + 1] ?? 'review'
}

/** The step at which a run goes on: the first that is not done. */
export function currentStep(run: Pick<RunDetails, 'scope' | 'savedPanels' | 'openPanels' | 'isFirst'>): StepName {
  return stepsOf(run).find((it) => it.state !== 'done')?.name ?? 'review'
}

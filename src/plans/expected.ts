import { isSame, isTopYear } from '../roster/index.ts'
import type { GuardInput } from './hold.ts'
import type { Change } from './plan.ts'

type Calendar = Pick<GuardInput, 'isYearStart' | 'nextYearGroup'> & { readonly plan: Pick<GuardInput['plan'], 'directory'> }

/** Whether a change ends a link because its record has left. */
export function isLeaver({ operation, after }: Change): boolean {
  return (operation === 'desync' || operation === 'archive') && after.link?.state === 'left'
}

const IDENTITY_FIELDS = ['firstName', 'lastName', 'birthDate', 'upn', 'email']

/** Whether a change says something else about who somebody is: name, birth date, UPN or e-mail. */
export function changesIdentity({ after }: Change): boolean {
  return IDENTITY_FIELDS.some((field) => field in after.fields)
}

/** At the start of the year, pupils of a top year are expected to have left, and classes to have ended. */
export function isExpectedLeaver(change: Change, { plan, isYearStart, nextYearGroup }: Calendar): boolean {
  if (!isYearStart) return false
  if (change.population === 'class') return true
  const year = change.recordId === null ? null : (plan.directory.people.get(change.recordId)?.fields.yearGroup ?? null)
  return change.population === 'pupil' && isTopYear(year, { yearGroups: plan.directory.yearGroups, nextYearGroup })
}

/** Whether a change puts a pupil into the year group after their own. */
export function movesUp({ before, after }: Change, nextYearGroup: GuardInput['nextYearGroup']): boolean {
  const was = before.fields['yearGroup']
  return typeof was === 'string' && isSame(nextYearGroup(was), after.fields['yearGroup'] ?? null)
}

/** At the start of the year, moving up a year and changing classes is expected, and so is any change to a class. */
export function isExpectedMove(change: Change, { isYearStart, nextYearGroup }: Calendar): boolean {
  if (!isYearStart) return false
  if (change.population === 'class') return true
  return Object.keys(change.after.fields).every((field) => field === 'yearGroup' && movesUp(change, nextYearGroup))
}

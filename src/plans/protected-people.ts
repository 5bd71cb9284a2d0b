import { changesIdentity } from './expected.ts'
import type { GuardInput, Trip } from './hold.ts'
import { linkedCount } from './linked-count.ts'

/**
 * Protected people who would leave the sync, for whatever reason, or be called something else (N-14): one of them is enough to
 * wait for a person, where numbers would not say that it is the head teacher.
 */
export function protectedPeople({ plan, changes }: Pick<GuardInput, 'plan' | 'changes'>): readonly Trip[] {
  return (['pupil', 'staff'] as const).flatMap((population): readonly Trip[] => {
    const keys = changes.flatMap((it) => {
      const person = it.population === population && it.recordId !== null ? plan.directory.people.get(it.recordId) : undefined
      return person?.isProtected === true && (it.operation === 'desync' || changesIdentity(it)) ? [it.key] : []
    })
    if (keys.length === 0) return []
    return [
      { hold: { code: 'protected_person', population, count: keys.length, linked: linkedCount(population, plan) }, keys, counted: keys },
    ]
  })
}

import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const YEAR_GROUP = declareLevels('year_group', 'same', 'moved_up', 'different')

/** Follows from the birth date and from the class, so it says nothing for a pair where one of them was compared and agrees. */
export function compareYearGroups(pair: Compared, into: Finding): void {
  into.clear()
  const { model, vocabulary, directory, source, left, right } = pair
  const ours = directory.yearGroup[left] ?? -1
  const theirs = source.yearGroup[right] ?? -1
  if (ours < 0 || theirs < 0) return
  if (ours !== theirs) {
    const isUp = isMoveUp(vocabulary.yearGroups.textOf(ours), vocabulary.yearGroups.textOf(theirs))
    if (isUp) into.set(YEAR_GROUP.of.moved_up, 0)
    else into.set(YEAR_GROUP.of.different, model.weights.yearGroup.differentBits)
  } else if (!isKnownFromOthers(pair)) into.set(YEAR_GROUP.of.same, model.yearGroup.bitsOfAgreement(ours))
}

function isKnownFromOthers({ vocabulary, directory, source, left, right }: Compared): boolean {
  if (directory.birth[left] !== 0 && source.birth[right] !== 0) return true
  const group = vocabulary.classes.textOf(directory.registrationClass[left] ?? -1)
  return group >= 0 && group === vocabulary.classes.textOf(source.registrationClass[right] ?? -1)
}

/** One year up or down: September has come to one side only. */
export function isMoveUp(left: string, right: string): boolean {
  const apart = Math.abs(numberOf(left) - numberOf(right))
  return Number.isNaN(apart) || apart === 1
}

function numberOf(code: string): number {
  return code === 'R' || code === 'KG' ? 0 : Number(code)
}

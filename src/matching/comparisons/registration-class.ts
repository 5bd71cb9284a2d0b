import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const REGISTRATION_CLASS = declareLevels('registration_class', 'same', 'different')

/** The class of a pupil; it goes stale at rollover, so that it speaks but weakly against. */
export function compareRegistrationClasses({ model, vocabulary, directory, source, left, right }: Compared, into: Finding): void {
  const ours = vocabulary.classes.textOf(directory.registrationClass[left] ?? -1)
  const theirs = vocabulary.classes.textOf(source.registrationClass[right] ?? -1)
  if (ours < 0 || theirs < 0) into.clear()
  else if (ours === theirs) into.set(REGISTRATION_CLASS.of.same, model.registrationClass.bitsOfAgreement(ours))
  else into.set(REGISTRATION_CLASS.of.different, model.weights.registrationClass.differentBits)
}

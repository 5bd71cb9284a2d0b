import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const EMAIL = declareLevels('email', 'same', 'same_local_part', 'different')

/**
 * An address that several people share names nobody. A family's address stands on each of its children: for pupils it
 * counts only where the forename does not speak against it.
 */
export function compareEmails({ model, vocabulary, directory, source, left, right }: Compared, forename: Finding, into: Finding): void {
  into.clear()
  const ours = directory.email[left] ?? -1
  const theirs = source.email[right] ?? -1
  if (ours < 0 || theirs < 0 || model.emails.has(ours) || model.emails.has(theirs)) return
  const { emailBits } = model.weights
  const part = vocabulary.localPartOf(ours)
  const isSamePart = part >= 0 && part === vocabulary.localPartOf(theirs)
  if (ours !== theirs && !isSamePart) into.set(EMAIL.of.different, emailBits.different, ours, theirs)
  else if (model.isPupil && (forename.level === 0 || forename.bits < 0)) return
  else if (ours === theirs) into.set(EMAIL.of.same, emailBits.same, ours, theirs)
  else into.set(EMAIL.of.same_local_part, emailBits.sameLocalPart, ours, theirs)
}

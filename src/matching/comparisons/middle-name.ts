import { jaroWinkler } from '../jaro-winkler.ts'
import { areNicknames } from '../names/index.ts'
import type { Name } from '../people/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'
import { SIMILAR_FROM } from './name-level.ts'

export const MIDDLE_NAME = declareLevels('middle_name', 'same', 'part', 'initial', 'different')

export function compareMiddleNames({ model, names, directory, source, left, right }: Compared, into: Finding): void {
  into.clear()
  const ours = directory.middleName[left] ?? -1
  const theirs = source.middleName[right] ?? -1
  if (ours < 0 || theirs < 0) return
  const { initialBits, differentBits } = model.weights.middleName
  const [one, other] = [names.nameOf(ours), names.nameOf(theirs)]
  if (one.code === other.code) into.set(MIDDLE_NAME.of.same, model.middleName.bitsOfAgreement(one.code), ours, theirs)
  else if (isNearly(one, other)) into.set(MIDDLE_NAME.of.part, initialBits, ours, theirs)
  else if (isInitial(one, other)) into.set(MIDDLE_NAME.of.initial, initialBits, ours, theirs)
  else into.set(MIDDLE_NAME.of.different, differentBits, ours, theirs)
}

function isInitial(left: Name, right: Name): boolean {
  return (left.text.length === 1 || right.text.length === 1) && left.text[0] === right.text[0]
}

/** One of several middle names, a short form, or a slip of the pen. */
function isNearly(left: Name, right: Name): boolean {
  if (left.words.some((word) => right.words.includes(word)) || areNicknames(left.text, right.text)) return true
  return jaroWinkler(left.text, right.text) >= SIMILAR_FROM
}

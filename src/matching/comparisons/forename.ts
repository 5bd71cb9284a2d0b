import { bitsOf } from '../model/index.ts'
import type { Name } from '../people/index.ts'
import type { Compared } from './compared.ts'
import type { Finding } from './levels.ts'
import { isSlip, NAME } from './name-level.ts'
import { isCutShort, type NameScale } from './name-scale.ts'

/** The best of legal and known-as forename on both sides; a middle name that is used as first name on the other side counts too. */
export function compareForenames(scale: NameScale, pair: Compared, into: Finding): void {
  const { directory, source, left, right } = pair
  scale.compare(
    [
      directory.firstName[left] ?? -1,
      directory.knownFirstName[left] ?? -1,
      source.firstName[right] ?? -1,
      source.knownFirstName[right] ?? -1,
    ],
    into,
  )
  if (into.level === NAME.of.exact) return
  middleAsFirst(scale, pair, into)
}

function middleAsFirst(scale: NameScale, { model, names, directory, source, left, right }: Compared, into: Finding): void {
  const ours = directory.middleName[left] ?? -1
  const theirs = source.middleName[right] ?? -1
  const found =
    usedAsFirst(ours < 0 ? null : names.nameOf(ours), [source.firstName[right] ?? -1, source.knownFirstName[right] ?? -1], names) ??
    usedAsFirst(theirs < 0 ? null : names.nameOf(theirs), [directory.firstName[left] ?? -1, directory.knownFirstName[left] ?? -1], names)
  if (found === null) return
  const bits = bitsOf({ m: model.weights.middleAsFirst, u: scale.frequency.rateBeside(names.textOf(found), 1) })
  if (into.level === 0 || bits > into.bits) into.set(NAME.of.middle_as_first, bits, found, found)
}

/** The first name that is the middle name, or one of several, of somebody on the other side. */
function usedAsFirst(middle: Name | null, firsts: readonly number[], names: Compared['names']): number | null {
  if (middle === null) return null
  for (const first of firsts) {
    if (first < 0) continue
    const { code, text } = names.nameOf(first)
    if (code === middle.code || middle.words.includes(text)) return first
  }
  return null
}

/** Whether two forenames speak for two people; an initial, a name cut short ("Ada" for "Adaeze") or one slip ("Lrx" for "Lex") does not. */
export function isOtherForename({ level, left, right }: Finding, names: Compared['names']): boolean {
  if (level === NAME.of.different) return true
  if (level !== NAME.of.resembling) return false
  const [one, other] = [names.nameOf(left), names.nameOf(right)]
  return !isCutShort(one, other) && !isSlip(one, other)
}

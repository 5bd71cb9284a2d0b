import { nicknamesOf } from '../../../fixtures/index.ts'
import { formsOf } from '../damage/diminutives.ts'
import { spellingsOf } from '../damage/spellings.ts'

const known = new Map<string, readonly string[]>()

/**
 * Whether two first names may stand for one child: the same name, a form or a spelling of it, or a part, as Lillie is of
 * Lillie-Mae. Names with one word in common, such as Mohammed Ali and Mohammed Hassan, are two.
 */
export function mayBeOneName(one: string, other: string): boolean {
  const [shorter, longer] = [one, other].map((name) => name.split(/[ -]/u)).sort((left, right) => left.length - right.length)
  return shorter?.every((word) => longer?.some((its) => areRelated(word, its))) ?? false
}

function areRelated(one: string, other: string): boolean {
  const forms = allFormsOf(other)
  return allFormsOf(one).some((form) => forms.includes(form))
}

function allFormsOf(word: string): readonly string[] {
  const found = known.get(word)
  if (found !== undefined) return found
  const capital = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
  const forms = [...formsOf(capital), ...nicknamesOf(capital), ...spellingsOf(capital)].map(folded)
  known.set(word, forms)
  return forms
}

/** Without marks and doubled letters: Anabel is Annabel. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(.)\1/gu, '$1')
}

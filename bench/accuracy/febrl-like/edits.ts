import type { Random } from '../../../fixtures/index.ts'
import { mistyped } from '../damage/mistypings.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** Share of wrong letters that are not near the right one on the keyboard. */
const FAR = 0.3

/** One edit of a name: a letter put in, left out, replaced or changed about, or a space put in or taken out. */
export function editedName(random: Random, name: string): string {
  if (random.chance(0.03)) {
    if (name.includes(' ')) return name.replace(' ', '')
    const at = 1 + random.below(Math.max(1, name.length - 1))
    return `${name.slice(0, at)} ${name.slice(at)}`
  }
  if (random.chance(FAR)) {
    const at = random.below(name.length)
    return `${name.slice(0, at)}${random.pick(LETTERS)}${name.slice(at + 1)}`
  }
  return mistyped(random, name) ?? name
}

/** One digit of a date replaced or two changed about. What comes out need not be a date, as in FEBRL. */
export function editedDate(random: Random, date: string): string {
  const digits = [...date.replaceAll('-', '')]
  const at = 1 + random.below(digits.length - 1)
  const isTurned = random.chance(0.4)
  const edited = isTurned ? digits.with(at - 1, digits[at] ?? '').with(at, digits[at - 1] ?? '') : digits.with(at, String(random.below(10)))
  const text = edited.join('')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

import { foldedWords, foldName } from '../kernel/index.ts'

/** What finds texts that have every word of `q`, in any order and spelling, or signs as they are; undefined: everything is found. */
export function finder(q: string | undefined): (texts: readonly (string | null)[]) => boolean {
  const words = foldedWords(q ?? '')
  const signs = (q ?? '').trim()
  if (signs === '') return () => true
  if (words.length === 0) return (texts) => texts.some((it) => it?.includes(signs) === true)
  return (texts) => {
    const folded = foldName(texts.filter((it) => it !== null).join(' '))
    return words.every((word) => folded.includes(word))
  }
}

/** Orders texts as people do: 7A before 10B; those without one come last. */
export function byText(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return COLLATOR.compare(a, b)
}

const COLLATOR = new Intl.Collator('en', { numeric: true })

import { TERMS } from '../terms.ts'

/** Test support: the terms of the UK that a text for the US says all the same, and term placeholders that stand unfilled. */
export function wordsOfOthers(text: string): readonly string[] {
  return Object.entries(TERMS['en-GB']).flatMap(([name, british]) => {
    if (TERMS['en-US'][name] === british || british === 'year') return []
    const found = new RegExp(`\\b${british}\\b|\\{${name}\\}`, 'iu').exec(text)
    return found === null ? [] : found[0]
  })
}

const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ĳ: 'ij',
}

/**
 * A name reduced to what comparison needs: NFKD, lower case, no marks, no apostrophes; hyphens and other punctuation
 * become one space. Letters of any script survive. Only ever compared, never shown or stored in place of what was typed.
 *
 * @example foldName("O’Brien-Łukasz") === 'obrien lukasz'
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘ʼ`´]/gu, '')
    .replace(/[ßæœøđðþłħıŋĳ]/gu, (letter) => SPECIAL[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The folded words of what somebody typed to find a name; none where it holds neither letters nor digits. */
export function foldedWords(typed: string): readonly string[] {
  return foldName(typed).split(' ').filter(Boolean)
}

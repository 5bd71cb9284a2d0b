/** Pairs of a compact table: "а a б b" is а → a, б → b; "_" stands for nothing. */
export function pairsOf(table: string): readonly (readonly [string, string])[] {
  const words = table
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .split(/\s+/u)
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, (words[at + 1] ?? '').replace('_', '')] as const] : []))
}

/** The same for lines of `name other other`, where the first word is what all the others become. */
export function pairsOfLines(table: string): readonly (readonly [string, string])[] {
  const lines = table
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[\n|]/u)
  return lines.flatMap((line) => {
    const [latin = '', ...others] = line.trim().split(/\s+/u)
    return others.map((other) => [other, latin] as const)
  })
}

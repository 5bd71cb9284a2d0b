/** What is known of one word: its key, and whether a table says so or only the rules. */
export interface SpellingKey {
  readonly key: string
  readonly isListed: boolean
}

/**
 * Reads a table of classes: names in one class have one key, and so has every name that the rules spell like one of them. Names that
 * stand apart have a key that no rule can make.
 */
export function classesBy(skeleton: (word: string) => string, classes: string, apart: string): (word: string) => SpellingKey {
  const listed = new Map<string, SpellingKey>()
  const bySkeleton = new Map<string, SpellingKey>()
  for (const names of rowsOf(classes)) {
    const known = { key: `${names[0] ?? ''}~`, isListed: true }
    for (const name of names) {
      listed.set(name, known)
      bySkeleton.set(skeleton(name), known)
    }
  }
  for (const name of apart.trim().split(/\s+/u)) if (!listed.has(name)) listed.set(name, { key: `${name}=`, isListed: true })
  return (word) => {
    const known = listed.get(word)
    if (known !== undefined) return known
    const key = skeleton(word)
    return bySkeleton.get(key) ?? { key, isListed: false }
  }
}

/** The words of each class; a class ends at a | or with its line. */
function rowsOf(classes: string): readonly (readonly string[])[] {
  const rows = classes.split(/[|\n]/u).map((row) => row.trim())
  return rows.filter((row) => row !== '').map((row) => row.split(/\s+/u))
}

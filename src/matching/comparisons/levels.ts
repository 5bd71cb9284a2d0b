/**
 * The labelled levels of a comparison. `area` and a level's name make the code of a reason (`birth_date.one_digit`); a
 * level's number is its place below plus one, because 0 stands for missing evidence, which speaks neither for nor against.
 */
export interface Levels<Name extends string> {
  readonly area: string
  readonly names: readonly Name[]
  readonly of: Readonly<Record<Name, number>>
}

export function declareLevels<const Name extends string>(area: string, ...names: readonly Name[]): Levels<Name> {
  // safe: every name has just been given its number
  return { area, names, of: Object.fromEntries(names.map((name, place) => [name, place + 1])) as Record<Name, number> }
}

/** What one comparison says of a pair. One object a comparison, written anew for each pair that is looked at. */
export class Finding {
  /** 0: missing. */
  level = 0
  bits = 0
  /** Which spellings were compared, for names; -1 otherwise. */
  left = -1
  right = -1

  set(level: number, bits: number, left = -1, right = -1): void {
    this.level = level
    this.bits = bits
    this.left = left
    this.right = right
  }

  clear(): void {
    this.set(0, 0)
  }
}

import { Dictionary } from '../../matching/index.ts'
import type { Cell } from './cell.ts'

/** What few different texts of a column mean, read once for each text. */
export class RawValues {
  private readonly texts = new Dictionary()
  private readonly values: number[] = []
  /** The values of texts of one letter, which are most: M, F, 7. */
  private readonly byLetter: (number | undefined)[] = new Array(256).fill(undefined)
  private readonly read: (text: string) => number

  constructor(read: (text: string) => number) {
    this.read = read
  }

  valueOf({ bytes, start, end }: Cell): number {
    if (end - start > 1) return this.valueOfLong(bytes, start, end)
    const letter = bytes[start] ?? 0
    const known = this.byLetter[letter]
    if (known !== undefined) return known
    const value = this.read(String.fromCharCode(letter))
    this.byLetter[letter] = value
    return value
  }

  private valueOfLong(bytes: Uint8Array, start: number, end: number): number {
    const code = this.texts.codeOfBytes(bytes, start, end)
    const known = this.values[code]
    if (known !== undefined) return known
    const value = this.read(this.texts.textOf(code))
    this.values[code] = value
    return value
  }
}

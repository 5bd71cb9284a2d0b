import { Dictionary } from '../../matching/index.ts'
import type { Cell } from './cell.ts'

/** What few different texts of a column mean, read once for each text. */
export class RawValues {
  private readonly texts = new Dictionary()
  private readonly values: number[] = []
  private readonly read: (text: string) => number

  constructor(read: (text: string) => number) {
    this.read = read
  }

  valueOf({ bytes, start, end }: Cell): number {
    const code = this.texts.codeOfBytes(bytes, start, end)
    const known = this.values[code]
    if (known !== undefined) return known
    const value = this.read(this.texts.textOf(code))
    this.values[code] = value
    return value
  }
}

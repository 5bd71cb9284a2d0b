import { roomFor } from '../people/index.ts'

const SEEN = [1, 2] as const
const REPEATED = 4

/** Which values of an identifier stand on several people of one side: they name nobody. */
export class Repeats {
  private marks: Uint8Array<ArrayBufferLike> = new Uint8Array(0)

  note(side: 0 | 1, value: number): void {
    if (value < 0) return
    this.marks = roomFor(this.marks, value + 1)
    const mark = this.marks[value] ?? 0
    this.marks[value] = mark | (mark & SEEN[side] ? REPEATED : SEEN[side])
  }

  forget(value: number): void {
    if (value >= 0) this.marks[value] = 0
  }

  has(value: number): boolean {
    return value >= 0 && ((this.marks[value] ?? 0) & REPEATED) !== 0
  }
}

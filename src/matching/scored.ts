import type { Sides } from './model/index.ts'
import { roomFor } from './people/index.ts'

/** Pairs with their bits, in columns. Sorted before use, so that nothing depends on the order in which they were found. */
export class Scored {
  size = 0
  private lefts: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private rights: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private numbers: Float64Array<ArrayBufferLike> = new Float64Array(64)

  add(left: number, right: number, bits: number): void {
    this.lefts = roomFor(this.lefts, this.size + 1)
    this.rights = roomFor(this.rights, this.size + 1)
    this.numbers = roomFor(this.numbers, this.size + 1)
    this.lefts[this.size] = left
    this.rights[this.size] = right
    this.numbers[this.size] = bits
    this.size += 1
  }

  leftAt(place: number): number {
    return this.lefts[place] ?? -1
  }

  rightAt(place: number): number {
    return this.rights[place] ?? -1
  }

  bitsAt(place: number): number {
    return this.numbers[place] ?? 0
  }

  /** Strongest first; ids decide between equals, so that the order of the rows does not. Each pair once. */
  strongestFirst({ directory, source }: Pick<Sides, 'directory' | 'source'>): Scored {
    const { lefts, rights, numbers } = this
    const order = new Int32Array(this.size)
    for (let place = 0; place < this.size; place += 1) order[place] = place
    order.sort((one, other) => {
      const apart = (numbers[other] ?? 0) - (numbers[one] ?? 0)
      if (apart !== 0) return apart
      return directory.ids.compare(lefts[one] ?? 0, lefts[other] ?? 0) || source.ids.compare(rights[one] ?? 0, rights[other] ?? 0)
    })
    const sorted = new Scored()
    for (const place of order) {
      const [left, right] = [lefts[place] ?? -1, rights[place] ?? -1]
      const last = sorted.size - 1
      if (last >= 0 && sorted.leftAt(last) === left && sorted.rightAt(last) === right) continue
      sorted.add(left, right, numbers[place] ?? 0)
    }
    return sorted
  }
}

import type { Group } from './model/index.ts'

const NOBODY = -1
const SEVERAL = -2

/** Two people by their rows, left and right in turn. */
export type Couples = Int32Array

/**
 * Who shares keys with whom. People whose keys point to different others are in no couple: which key is right is for the
 * scores to say.
 */
export class Partners {
  private readonly ofLeft: Int32Array
  private readonly ofRight: Int32Array

  constructor(lefts: number, rights: number) {
    this.ofLeft = new Int32Array(lefts).fill(NOBODY)
    this.ofRight = new Int32Array(rights).fill(NOBODY)
  }

  note(left: number, right: number): void {
    note(this.ofLeft, left, right)
    note(this.ofRight, right, left)
  }

  /** The couples of a group, of which nothing is remembered afterwards. */
  take({ directory, source }: Group): Couples {
    const couples = new Int32Array(Math.min(directory.length, source.length) * 2)
    let size = 0
    for (const right of source) {
      const left = this.ofRight[right] ?? NOBODY
      if (left < 0 || this.ofLeft[left] !== right) continue
      couples[size] = left
      couples[size + 1] = right
      size += 2
    }
    for (const row of directory) this.ofLeft[row] = NOBODY
    for (const row of source) this.ofRight[row] = NOBODY
    return couples.subarray(0, size)
  }
}

function note(partners: Int32Array, of: number, partner: number): void {
  const known = partners[of]
  partners[of] = known === NOBODY || known === partner ? partner : SEVERAL
}

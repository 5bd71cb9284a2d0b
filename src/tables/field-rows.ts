import type { BrokenRow, FieldBatch, Row } from './table.ts'

const encoder = new TextEncoder()
/** A UTF-16 unit takes so many bytes of UTF-8 at most. */
const BYTES_PER_UNIT = 3
const ROWS_MIN = 1024

/**
 * The rows of one batch while it is filled: cells where they stand in the bytes that were read, and behind those bytes the
 * cells of rows that came as text.
 */
export class FieldRows {
  /** Room for what is read, and behind `free` for what is written. */
  bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(0)
  /** Where the cells of the next row are to be noted, and from what place on; there is always room for one row. */
  starts: Int32Array<ArrayBufferLike>
  ends: Int32Array<ArrayBufferLike>
  next = 0
  private free = 0
  private readonly wanted: readonly number[]
  private count = 0
  private lines: Int32Array<ArrayBufferLike> = new Int32Array(ROWS_MIN)
  private broken: BrokenRow[] = []

  constructor(wanted: readonly number[]) {
    this.wanted = wanted
    this.starts = new Int32Array(ROWS_MIN * wanted.length)
    this.ends = new Int32Array(ROWS_MIN * wanted.length)
  }

  /** Begins a batch over so many bytes that stand at the beginning of `bytes`. */
  begin(length: number): void {
    this.free = length
    this.count = 0
    this.next = 0
    this.broken = []
  }

  /** Makes `bytes` at least so long; what stands in it stays. */
  reserve(length: number): void {
    if (length <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(length, this.bytes.length * 2))
    larger.set(this.bytes)
    this.bytes = larger
  }

  /** The cells of the next row have been noted. */
  addRow(line: number): void {
    this.lines[this.count] = line
    this.count += 1
    this.next += this.wanted.length
    if (this.count < this.lines.length) return
    this.lines = twice(this.lines)
    this.starts = twice(this.starts)
    this.ends = twice(this.ends)
  }

  addRows(rows: readonly (Row | BrokenRow)[]): void {
    for (const row of rows) {
      if ('problem' in row) this.broken.push(row)
      else this.addTexts(row)
    }
  }

  done(): FieldBatch {
    const { bytes, count, lines, starts, ends, broken } = this
    return { bytes, count, lines, starts, ends, broken }
  }

  private addTexts({ line, values }: Row): void {
    for (const [place, column] of this.wanted.entries()) {
      const text = values[column] ?? ''
      this.reserve(this.free + text.length * BYTES_PER_UNIT)
      const { written } = encoder.encodeInto(text, this.bytes.subarray(this.free))
      this.starts[this.next + place] = this.free
      this.free += written
      this.ends[this.next + place] = this.free
    }
    this.addRow(line)
  }
}

function twice(numbers: Int32Array<ArrayBufferLike>): Int32Array<ArrayBufferLike> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

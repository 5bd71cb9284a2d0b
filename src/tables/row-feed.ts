import type { createDecoder } from './decode.ts'
import { createLineCutter, type Line } from './physical-lines.ts'
import { readRows, type Shape } from './read-rows.ts'
import type { BrokenRow, Row } from './table.ts'

/** All that reading the rows of an opened file takes. */
export interface Reading {
  readonly shape: Shape
  /** First line of data. */
  readonly firstLine: number
  readonly decoder: ReturnType<typeof createDecoder>
}

type Rows = readonly (Row | BrokenRow)[]

/** Turns the text of a file into rows, piece by piece; lines of a row that only the next piece can end wait here. */
export class RowFeed {
  private readonly shape: Shape
  private readonly firstLine: number
  private readonly cutter: ReturnType<typeof createLineCutter>
  private waiting: readonly Line[] = []
  private waitingFrom = 1

  constructor(shape: Shape, firstLine: number) {
    this.shape = shape
    this.firstLine = firstLine
    this.cutter = createLineCutter(shape.dialect.lineEnd)
  }

  /** Number of the first line that is in no row yet. */
  get line(): number {
    return this.waitingFrom
  }

  /** What comes next begins a row of data. */
  get isBetweenRows(): boolean {
    return this.waitingFrom >= this.firstLine && this.waiting.length === 0 && !this.cutter.isMidLine
  }

  push(text: string): Rows {
    return this.take(this.cutter.push(text), false)
  }

  /** Counts lines that somebody else has read, between rows. */
  pass(lines: number): void {
    this.waitingFrom += lines
  }

  end(text: string): Rows {
    return this.take([...this.cutter.push(text), ...this.cutter.end()], true)
  }

  /** The rows that waited, where nothing more will come: a line that has only begun is left out. */
  breakOff(): Rows {
    return this.take([], true)
  }

  private take(more: readonly Line[], isEnd: boolean): Rows {
    const above = Math.min(Math.max(this.firstLine - this.waitingFrom, 0), this.waiting.length + more.length)
    const all = this.waiting.length === 0 ? more : [...this.waiting, ...more]
    const lines = above === 0 ? all : all.slice(above)
    const { rows, used } = readRows({ lines, firstLine: this.waitingFrom + above, isEnd }, this.shape)
    this.waitingFrom += above + used
    this.waiting = lines.slice(used)
    return rows
  }
}

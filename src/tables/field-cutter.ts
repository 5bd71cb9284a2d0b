import { ROW_CHARACTERS_MAX } from './physical-lines.ts'
import type { Shape } from './read-rows.ts'

const BYTE = { feed: 0x0a, return: 0x0d, space: 0x20, quote: 0x22, apostrophe: 0x27, equals: 0x3d, delete: 0x7f } as const

/** First bytes of white space beyond ASCII, and of letters beside it. */
const MAY_BE_SPACE: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef])

/** Bytes to cut, and where the cells of the next row are noted: from `next` on. */
export interface RoomForRow {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly next: number
}

/**
 * Cuts simple rows in bytes: as many cells as the header, each bare or in quotation marks that are closed before the
 * delimiter, nothing that is unwrapped, left out or told. Whatever is not simple is left to `readRows`, which decides alone.
 */
export class FieldCutter {
  private readonly delimiter: number
  private readonly cells: number
  /** By cell: its place among the wanted, or -1. */
  private readonly wantedAt: Int32Array
  private readonly firstName: Uint8Array
  private readonly hasHeaderToRepeat: boolean
  private firstStart = 0
  private firstEnd = 0

  constructor(shape: Shape, wanted: readonly number[]) {
    this.delimiter = shape.dialect.delimiter.charCodeAt(0)
    this.cells = shape.cellsMax
    this.wantedAt = new Int32Array(shape.cellsMax).fill(-1)
    for (const [at, column] of wanted.entries()) this.wantedAt[column] = at
    this.firstName = new TextEncoder().encode(shape.header[0] ?? '')
    this.hasHeaderToRepeat = shape.header.length > 1
  }

  /**
   * Cuts the line that begins here and ends in a line feed, into the room for the next row; gives the place behind it, or -1
   * where it is not simple.
   */
  cut({ bytes, starts, ends, next }: RoomForRow, at: number): number {
    const { delimiter, cells, wantedAt } = this
    let place = at
    let isFilled = false
    for (let cell = 0; cell < cells; cell += 1) {
      let start = place
      let end: number
      if (bytes[place] === BYTE.quote) {
        start += 1
        end = closingQuote(bytes, start)
        if (end < 0) return -1
        place = end + 1
        if (bytes[place] === BYTE.return) place = behindReturns(bytes, place)
      } else {
        for (let byte = bytes[place]; byte !== delimiter && byte !== BYTE.feed; byte = bytes[place]) place += 1
        end = place
        if (bytes[place] === BYTE.feed) while (end > start && bytes[end - 1] === BYTE.return) end -= 1
      }
      if (bytes[place] !== (cell === cells - 1 ? BYTE.feed : delimiter)) return -1
      place += 1
      if (cell === 0) {
        this.firstStart = start
        this.firstEnd = end
      }
      const slot = wantedAt[cell] ?? -1
      if (slot < 0) continue
      starts[next + slot] = start
      ends[next + slot] = end
      if (start === end) continue
      const first = bytes[start] ?? 0
      if (first === BYTE.equals || first === BYTE.apostrophe) return -1
      if (first > BYTE.space && first < BYTE.delete) isFilled = true
    }
    return isFilled && place - at <= ROW_CHARACTERS_MAX && !this.mayRepeatHeader(bytes) ? place : -1
  }

  private mayRepeatHeader(bytes: Uint8Array): boolean {
    const { firstName, firstEnd } = this
    let at = this.firstStart
    while (at < firstEnd && (bytes[at] ?? 0) <= BYTE.space) at += 1
    if (!this.hasHeaderToRepeat) return false
    if (at === firstEnd) return firstName.length === 0
    const first = bytes[at] ?? 0
    if (MAY_BE_SPACE.has(first)) return true
    if (firstName.length === 0 || first !== firstName[0]) return false
    for (let letter = 1; letter < firstName.length; letter += 1) if (bytes[at + letter] !== firstName[letter]) return false
    return true
  }
}

/** Where the quotation mark stands that is the next one on this line, or -1. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let place = from; ; place += 1) {
    const byte = bytes[place]
    if (byte === BYTE.quote) return place
    if (byte === BYTE.feed) return -1
  }
}

/** The place of the line feed behind some carriage returns; where none follows, of the first carriage return. */
function behindReturns(bytes: Uint8Array, from: number): number {
  let place = from
  while (bytes[place] === BYTE.return) place += 1
  return bytes[place] === BYTE.feed ? place : from
}

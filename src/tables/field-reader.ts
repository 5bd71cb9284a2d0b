import { isAscii, isUtf8 } from 'node:buffer'
import type { Problem } from '../kernel/index.ts'
import { createDecoderOfRest, type Decoder, lengthOfWholeCharacters } from './decode.ts'
import { FieldCutter } from './field-cutter.ts'
import { FieldRows } from './field-rows.ts'
import { ROW_CHARACTERS_MAX } from './physical-lines.ts'
import { type Reading, RowFeed } from './row-feed.ts'
import type { FieldBatch } from './table.ts'

const FEED = 0x0a
const NUL = 0
/** While lines turn out not to be simple, so many times more of them are read as text before bytes are tried again. */
const MORE_LINES = 4

/**
 * Reads a file as batches of cells. Sound UTF-8 is cut in bytes, line by line; lines that are not simple, and everything
 * from the first damaged or foreign character on, go the way of `Table.rows()`. Both ways give the same rows.
 */
export class FieldReader {
  private readonly feed: RowFeed
  private readonly cutter: FieldCutter
  private readonly rows: FieldRows
  private readonly utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  private decoder: Decoder
  /** Bytes are not tried: another encoding or line end, or damage. */
  private isText: boolean
  private isBegun = false
  private hasUtf8 = false
  /** Bytes kept back, the beginning of a line or of a character: where they stand, and where whole characters end among them. */
  private readonly kept = { from: 0, whole: 0, to: 0 }

  constructor({ shape, firstLine, decoder }: Reading, wanted: readonly number[]) {
    this.feed = new RowFeed(shape, firstLine)
    this.cutter = new FieldCutter(shape, wanted)
    this.rows = new FieldRows(wanted)
    this.decoder = decoder
    this.isText = decoder.encoding !== 'utf-8' || shape.dialect.lineEnd === '\r'
  }

  get encoding(): Decoder['encoding'] {
    return this.decoder.encoding
  }

  push(chunk: Uint8Array): FieldBatch {
    const { rows } = this
    const had = this.keptInFront()
    const length = had.length + chunk.length
    rows.begin(length)
    rows.reserve(length + 1)
    rows.bytes.set(chunk, had.length)
    const whole = lengthOfWholeCharacters(rows.bytes.subarray(0, length))
    const fresh = rows.bytes.subarray(had.whole, whole)
    if (this.isText || !isUtf8(fresh)) this.readAsText(had, length)
    else {
      this.isBegun = true
      this.hasUtf8 ||= !isAscii(fresh)
      const lines = rows.bytes.subarray(0, length).lastIndexOf(FEED) + 1
      this.readLines(lines)
      const isTooLong = length - lines > ROW_CHARACTERS_MAX
      if (isTooLong) this.readText(lines, whole)
      this.keep(isTooLong ? whole : lines, whole, length)
    }
    return rows.done()
  }

  end(): FieldBatch {
    const { rows } = this
    const { whole, length } = this.keptInFront()
    rows.begin(length + 1)
    rows.reserve(length + 1)
    if (this.isText || whole < length) {
      this.readAsText({ whole }, length)
      rows.addRows(this.feed.end(this.decoder.end()))
    } else {
      rows.bytes[length] = FEED
      this.readLines(length === 0 ? 0 : length + 1)
      rows.addRows(this.feed.end(''))
    }
    return rows.done()
  }

  /** The last batch of a file that cannot be read to its end. */
  breakOff(problem: Problem): FieldBatch {
    const { rows, feed } = this
    rows.begin(0)
    rows.addRows(feed.breakOff())
    rows.addRows([{ line: feed.line, problem: { ...problem, line: feed.line } }])
    return rows.done()
  }

  private keep(from: number, whole: number, to: number): void {
    Object.assign(this.kept, { from, whole: Math.max(from, whole), to })
  }

  /** Moves the bytes that were kept to the beginning; how many they are, and how many of them are whole characters. */
  private keptInFront(): { readonly whole: number; readonly length: number } {
    const { from, whole, to } = this.kept
    this.rows.bytes.copyWithin(0, from, to)
    this.keep(0, 0, 0)
    return { whole: whole - from, length: to - from }
  }

  /** Reads everything up to `to` as text; from the first time on, nothing is tried as bytes any more. */
  private readAsText(had: { readonly whole: number }, to: number): void {
    if (!this.isText && this.isBegun) this.decoder = createDecoderOfRest(this.hasUtf8)
    this.isText = true
    this.readText(0, had.whole)
    this.rows.addRows(this.feed.push(this.decoder.push(this.rows.bytes.slice(had.whole, to))))
  }

  /** Whole lines up to `to`. */
  private readLines(to: number): void {
    const isCuttable = !this.rows.bytes.subarray(0, to).includes(NUL)
    let at = 0
    let more = 1
    while (at < to) {
      const cut = isCuttable && this.feed.isBetweenRows ? this.cutLines(at, to) : at
      more = cut > at || !isCuttable ? 1 : more * MORE_LINES
      at = this.behindLines(cut, isCuttable ? more : Number.POSITIVE_INFINITY, to)
      this.readText(cut, at)
    }
  }

  /** Cuts lines in bytes; gives the place of the first one that is not simple. */
  private cutLines(from: number, to: number): number {
    const { rows, cutter, feed } = this
    const first = feed.line
    let line = first
    let at = from
    while (at < to) {
      const next = cutter.cut(rows, at)
      if (next < 0) break
      rows.addRow(line)
      line += 1
      at = next
    }
    feed.pass(line - first)
    return at
  }

  private readText(from: number, to: number): void {
    if (from < to) this.rows.addRows(this.feed.push(this.utf8.decode(this.rows.bytes.subarray(from, to))))
  }

  /** The place behind so many lines. */
  private behindLines(from: number, lines: number, to: number): number {
    let at = from
    for (let line = 0; line < lines && at < to; line += 1) at = this.rows.bytes.indexOf(FEED, at) + 1
    return at
  }
}

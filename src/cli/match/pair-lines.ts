import { type PairColumns, type PairRow, reasonCodes, type Sides } from '../../matching/index.ts'
import { quoted, TextBytes } from './text-bytes.ts'

const COMMA = 0x2c
const FEED = 0x0a
const PROBABILITY_DIGITS = 6
const BITS_DIGITS = 2

/** Lines of the output, as bytes, and how many of them say what. */
export class PairLines {
  private readonly text = new TextBytes()
  private matched = 0
  private mayMatch = 0
  private readonly sides: Sides
  private readonly reasons = new Map<number, string>()

  constructor(sides: Sides) {
    this.sides = sides
  }

  /** Adds the pairs of one group in the order of their directory rows, which are in the order of their ids. */
  add(pairs: PairColumns, explanationOf: ((place: number) => string) | null): void {
    const places = new Float64Array(pairs.size)
    for (let place = 0; place < places.length; place += 1) places[place] = pairs.leftAt(place) * places.length + place
    for (const key of places.sort()) {
      const place = key % places.length
      this.addPair(pairs.at(place))
      if (explanationOf !== null) this.text.add(`,${quoted(explanationOf(place))}`)
      this.text.addByte(FEED)
    }
  }

  /** What was added since it was taken last. */
  take(): { readonly text: Uint8Array<ArrayBuffer>; readonly matched: number; readonly mayMatch: number } {
    const { matched, mayMatch } = this
    this.matched = 0
    this.mayMatch = 0
    return { text: this.text.take(), matched, mayMatch }
  }

  private addPair(pair: PairRow): void {
    const { text, sides } = this
    text.addCell(sides.directory.ids, pair.left)
    text.addByte(COMMA)
    text.addCell(sides.source.ids, pair.right)
    text.addKnown(pair.isCertain ? ',matched,' : ',may_match,')
    text.addFixed(pair.probability, PROBABILITY_DIGITS)
    text.addByte(COMMA)
    text.addFixed(pair.bits, BITS_DIGITS)
    text.addByte(COMMA)
    text.addKnown(this.reasonsOf(pair.pattern))
    for (const guard of pair.guards) text.addKnown(`;${guard}`)
    if (pair.isCertain) this.matched += 1
    else this.mayMatch += 1
  }

  private reasonsOf(pattern: number): string {
    const known = this.reasons.get(pattern)
    if (known !== undefined) return known
    const text = reasonCodes(pattern).join(';')
    this.reasons.set(pattern, text)
    return text
  }
}

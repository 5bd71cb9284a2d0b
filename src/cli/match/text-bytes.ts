import { stringify } from 'csv-stringify/sync'
import type { Dictionary } from '../../matching/index.ts'

const encoder = new TextEncoder()
const DIGITS_MAX = 24
const POINT = 0x2e
const ZERO = 0x30
const COMMA = 0x2c
const QUOTE = 0x22
const SPACE = 0x20
/** Numbers nearer than this to the middle between two roundings are left to `toFixed`: multiplying may have moved them over it. */
const NEAR_THE_MIDDLE = 1e-4
const ROUNDED_MAX = 2 ** 31

/** CSV text as bytes, made piece by piece. Grows as needed. */
export class TextBytes {
  length = 0
  private bytes = new Uint8Array(1024)
  private readonly known = new Map<string, Uint8Array>()

  /** A text that comes again and again. */
  addKnown(text: string): void {
    let bytes = this.known.get(text)
    if (bytes === undefined) {
      bytes = encoder.encode(text)
      this.known.set(text, bytes)
    }
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  add(text: string): void {
    const bytes = encoder.encode(text)
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** A cell of a text of a dictionary, in quotation marks only where it needs them. */
  addCell(texts: Dictionary, code: number): void {
    const length = texts.lengthOf(code)
    this.reserve(length)
    texts.copyTo(code, this.bytes, this.length)
    let at = this.length
    while (at < this.length + length && isBare(this.bytes[at] ?? 0)) at += 1
    if (at === this.length + length) this.length = at
    else this.add(quoted(texts.textOf(code)))
  }

  addByte(byte: number): void {
    this.reserve(1)
    this.bytes[this.length] = byte
    this.length += 1
  }

  /** What `toFixed` gives. */
  addFixed(value: number, digits: number): void {
    const scaled = value * 10 ** digits
    const floor = Math.floor(scaled)
    const rest = scaled - floor
    if (!(value >= 0 && scaled < ROUNDED_MAX) || Math.abs(rest - 0.5) < NEAR_THE_MIDDLE) this.add(value.toFixed(digits))
    else this.addDigits(rest > 0.5 ? floor + 1 : floor, digits)
  }

  /** What was made so far; this begins again without it. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }

  private addDigits(rounded: number, digits: number): void {
    this.reserve(DIGITS_MAX)
    let count = 0
    for (let rest = rounded; rest > 0; rest = Math.trunc(rest / 10)) count += 1
    const whole = Math.max(count - digits, 1)
    const end = this.length + whole + (digits > 0 ? digits + 1 : 0)
    let rest = rounded
    for (let at = end - 1; at >= this.length; at -= 1) {
      if (digits > 0 && at === end - digits - 1) this.bytes[at] = POINT
      else {
        this.bytes[at] = ZERO + (rest % 10)
        rest = Math.trunc(rest / 10)
      }
    }
    this.length = end
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

function isBare(byte: number): boolean {
  return byte !== COMMA && byte !== QUOTE && byte >= SPACE
}

/** A cell of CSV, in quotation marks where it needs them. */
export function quoted(text: string): string {
  return stringify([[text]], { eof: false })
}

import type { FieldBatch } from '../../tables/index.ts'

const SPACE = 0x20
const TAB = 0x09
const RETURN = 0x0d
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** One cell of a batch without the white space around it. One object, moved from cell to cell. */
export class Cell {
  bytes: Uint8Array = new Uint8Array(0)
  start = 0
  end = 0

  get isEmpty(): boolean {
    return this.start === this.end
  }

  /** Moves to a cell of a batch; a cell before 0 is one that the file does not have. */
  moveTo(batch: FieldBatch, at: number): void {
    this.bytes = batch.bytes
    this.start = 0
    this.end = 0
    if (at >= 0) this.trimTo(batch.starts[at] ?? 0, batch.ends[at] ?? 0)
  }

  text(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end))
  }

  /** Moves to a part of itself. */
  trimTo(from: number, to: number): void {
    const { bytes } = this
    let start = from
    let end = to
    while (start < end && isSpace(bytes[start] ?? 0)) start += 1
    while (end > start && isSpace(bytes[end - 1] ?? 0)) end -= 1
    this.start = start
    this.end = end
    if (start < end && (mayBeginWithSpace(bytes[start] ?? 0) || mayEndInSpace(bytes, end))) this.trimAsText()
  }

  private trimAsText(): void {
    const text = this.text()
    const trimmed = text.trim()
    if (trimmed.length === text.length) return
    this.bytes = encoder.encode(trimmed)
    this.start = 0
    this.end = this.bytes.length
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte >= TAB && byte <= RETURN)
}

/** The first byte of a white space beyond ASCII, or of a letter beside one. */
function mayBeginWithSpace(byte: number): boolean {
  return byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef
}

function mayEndInSpace(bytes: Uint8Array, end: number): boolean {
  return (bytes[end - 1] ?? 0) >= 0x80 && (bytes[end - 2] === 0xc2 || mayBeginWithSpace(bytes[end - 3] ?? 0))
}

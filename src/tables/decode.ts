import iconv from 'iconv-lite'
import type { Dialect } from './table.ts'

type Encoding = Dialect['encoding']

/** Turns bytes into text, piece by piece; a character cut by the edge of a piece comes out whole with the next one. */
export interface Decoder {
  /** May change once: from `utf-8` to `windows-1252`, when the first byte above 127 turns out to be no UTF-8. */
  readonly encoding: Encoding
  /** The text of these bytes, without a byte order mark. */
  push(bytes: Uint8Array): string
  /** The text of what was kept back. */
  end(): string
}

/** How a file is encoded, from its first bytes. UTF-8 until a byte says otherwise. */
function detectEncoding(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  return utf16WithoutMark(sample) ?? 'utf-8'
}

/** Without a mark, UTF-16 gives itself away by its zeros: Latin text has one in every second byte. */
function utf16WithoutMark(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 8
  if (odd > enough && even < odd / 4) return 'utf-16le'
  if (even > enough && odd < even / 4) return 'utf-16be'
  return null
}

/** A decoder for a file that begins with `sample`. */
export function createDecoder(sample: Uint8Array): Decoder {
  const encoding = detectEncoding(sample)
  return withoutMark(encoding === 'utf-8' ? utf8OrWindows1252(false) : iconvDecoder(encoding))
}

/** A decoder for the rest of a file of which all was sound UTF-8 so far; `hasUtf8`: not all of it ASCII. */
export function createDecoderOfRest(hasUtf8: boolean): Decoder {
  return utf8OrWindows1252(hasUtf8)
}

function withoutMark(decoder: Decoder): Decoder {
  let isFirst = true
  const strip = (text: string): string => {
    if (!isFirst || text === '') return text
    isFirst = false
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }
  return {
    get encoding() {
      return decoder.encoding
    },
    push: (bytes) => strip(decoder.push(bytes)),
    end: () => strip(decoder.end()),
  }
}

function iconvDecoder(encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): Decoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  return {
    encoding,
    push: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    end: () => decoder.end() ?? '',
  }
}

/**
 * A file of which all was ASCII so far can still be either. Once UTF-8 has been seen, damaged bytes become U+FFFD,
 * unless the piece in which they come first shows more damage than sense.
 */
function utf8OrWindows1252(hadUtf8: boolean): Decoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  const windows = iconvDecoder('windows-1252')
  let encoding: Encoding = 'utf-8'
  let hasUtf8 = hadUtf8
  let kept: Uint8Array = new Uint8Array(0)

  const decode = (bytes: Uint8Array): string => {
    if (encoding === 'windows-1252') return windows.push(bytes)
    try {
      const text = strict.decode(bytes)
      hasUtf8 ||= text.length !== bytes.length
      return text
    } catch {
      const text = lenient.decode(bytes)
      hasUtf8 ||= count(text, /[\u0080-\ufffc]/gu) > count(text, /\ufffd/gu)
      if (hasUtf8) return text
      encoding = 'windows-1252'
      return windows.push(bytes)
    }
  }
  return {
    get encoding() {
      return encoding
    },
    push(bytes) {
      const all = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
      const whole = encoding === 'utf-8' ? lengthOfWholeCharacters(all) : all.length
      kept = all.slice(whole)
      return decode(all.subarray(0, whole))
    },
    end() {
      const rest = kept
      kept = new Uint8Array(0)
      return decode(rest)
    },
  }
}

/** How many bytes at the start hold no character that the end cuts. */
export function lengthOfWholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0
    if (length > 0) return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

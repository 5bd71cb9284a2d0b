import type { Dialect } from './table.ts'

type LineEnd = Dialect['lineEnd']

/** A row may have this many characters; more is a missing line end or quotation mark, not a roster. */
export const ROW_CHARACTERS_MAX = 1024 * 1024

/** Stands in place of a line that is longer than a row may be; its text is not kept. */
export const TOO_LONG = Symbol('line too long')

/** A line without its line end. */
export type Line = string | typeof TOO_LONG

/** Cuts text into lines, piece by piece. */
export interface LineCutter {
  push(text: string): Line[]
  /** The last line where no line end follows it. */
  end(): Line[]
  /** A line has begun whose end has not come yet. */
  readonly isMidLine: boolean
}

/** The line end a file uses, from its first text: line feeds, unless its first line and most others end in a carriage return alone. */
export function detectLineEnd(text: string): LineEnd {
  const feed = text.indexOf('\n')
  const firstReturn = text.indexOf('\r')
  if (firstReturn >= 0 && text[firstReturn + 1] !== '\n' && (feed < 0 || firstReturn < feed)) {
    const returns = text.match(/\r(?![\r\n])/g)?.length ?? 0
    if (returns > (text.match(/\n/g)?.length ?? 0)) return '\r'
  }
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n'
}

export function createLineCutter(lineEnd: LineEnd): LineCutter {
  const mark = lineEnd === '\r' ? '\r' : '\n'
  let pending = ''
  let isTooLong = false

  const finish = (text: string): Line => {
    const wasTooLong = isTooLong || text.length > ROW_CHARACTERS_MAX
    isTooLong = false
    if (wasTooLong) return TOO_LONG
    if (mark === '\r') return text.startsWith('\n') ? text.slice(1) : text
    return text.endsWith('\r') ? text.replace(/\r+$/, '') : text
  }
  return {
    push(text) {
      const parts = text.split(mark)
      const rest = parts.pop() ?? ''
      const lines: Line[] = parts.map((part, at) => finish(at === 0 ? pending + part : part))
      pending = parts.length === 0 ? pending + rest : rest
      if (pending.length > ROW_CHARACTERS_MAX) {
        isTooLong = true
        pending = ''
      }
      return lines
    },
    end() {
      return pending === '' && !isTooLong ? [] : [finish(pending)]
    },
    get isMidLine() {
      return pending !== '' || isTooLong
    },
  }
}

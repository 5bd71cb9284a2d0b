import type { MessageKey } from './messages/index.ts'
import { term, type Vocabulary } from './terms.ts'
import type { Messages, Text } from './text.ts'

/** Values for the placeholders of a message. Numbers are written the way the vocabulary writes them. */
export type Params = Readonly<Record<string, string | number>>

/** Says things in one vocabulary. */
export interface Say {
  (key: MessageKey, params?: Params): string
  readonly vocabulary: Vocabulary
  /** A sentence that came as code and params: `prefix.code` is its key. Undefined where there are no words for it. */
  message(prefix: string, message: { readonly code: string; readonly params: Params }): string | undefined
  number(value: number): string
  /** `2016-09-03` as "3 Sep 2016" or "Sep 3, 2016"; what is in no calendar as it stands. */
  date(value: string): string
  /** An instant on the school's clock: "3 Sep 2026, 08:12". */
  instant(value: string, timeZone: string): string
}

/**
 * What says, in a vocabulary, everything that stands in these messages when it is said. A key that is not among them is said as
 * it is: that an area was loaded before a page of it is shown, `word-areas.test.ts` proves.
 */
export function sayFrom(messages: Messages, vocabulary: Vocabulary): Say {
  // each of them is slow to make, and many a page needs none of them
  const plural = once(() => new Intl.PluralRules(vocabulary))
  const numbers = once(() => new Intl.NumberFormat(vocabulary))
  const dates = once(() => new Intl.DateTimeFormat(vocabulary, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }))
  const number = (value: number): string => (Number.isSafeInteger(value) ? grouped(value) : numbers().format(value))
  const clocks = new Map<string, Intl.DateTimeFormat>()
  const fill = (text: Text, params: Params): string => {
    const chosen = typeof text === 'string' ? text : plural().select(Number(params['count'] ?? 0)) === 'one' ? text.one : text.other
    return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = params[name]
      return typeof value === 'number' ? number(value) : (value ?? term(vocabulary, name) ?? placeholder)
    })
  }
  const say = (key: MessageKey, params: Params = {}): string => fill(messages[key] ?? key, params)
  return Object.assign(say, {
    vocabulary,
    message: (prefix: string, { code, params }: { readonly code: string; readonly params: Params }): string | undefined => {
      const key = `${prefix}.${code}`
      const text = Object.hasOwn(messages, key) ? messages[key] : undefined
      return text === undefined ? undefined : fill(text, params)
    },
    number,
    date: (value: string) => (isDate(value) ? shortSeptember(dates().format(new Date(`${value}T00:00:00Z`))) : value),
    instant: (value: string, timeZone: string) => {
      const clock = clocks.get(timeZone) ?? instantIn(vocabulary, timeZone)
      clocks.set(timeZone, clock)
      return shortSeptember(clock.format(new Date(value)))
    },
  })
}

/** A whole number: each vocabulary sets its thousands apart with a comma, so that no page waits for a format to be made. */
function grouped(value: number): string {
  return `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

function isDate(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** British English writes "Sept" where every other month has three letters: a column of dates is easier to read with three. */
function shortSeptember(text: string): string {
  return text.replace('Sept ', 'Sep ')
}

function instantIn(vocabulary: Vocabulary, timeZone: string): Intl.DateTimeFormat {
  const how = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(vocabulary, { ...how, timeZone })
}

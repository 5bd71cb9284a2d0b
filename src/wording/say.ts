import { MESSAGES, type MessageKey } from './messages/index.ts'
import { term, type Vocabulary } from './terms.ts'
import type { Text } from './text.ts'

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

/** What says everything in a vocabulary. */
export function makeSay(vocabulary: Vocabulary): Say {
  const plural = new Intl.PluralRules(vocabulary)
  const number = new Intl.NumberFormat(vocabulary)
  const date = new Intl.DateTimeFormat(vocabulary, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const fill = (text: Text, params: Params): string => {
    const chosen = typeof text === 'string' ? text : plural.select(Number(params['count'] ?? 0)) === 'one' ? text.one : text.other
    return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = params[name]
      return typeof value === 'number' ? number.format(value) : (value ?? term(vocabulary, name) ?? placeholder)
    })
  }
  const say = (key: MessageKey, params: Params = {}): string => fill(MESSAGES[key], params)
  return Object.assign(say, {
    vocabulary,
    message: (prefix: string, { code, params }: { readonly code: string; readonly params: Params }): string | undefined => {
      const key = `${prefix}.${code}`
      return isKey(key) ? fill(MESSAGES[key], params) : undefined
    },
    number: (value: number) => number.format(value),
    date: (value: string) => (isDate(value) ? shortSeptember(date.format(new Date(`${value}T00:00:00Z`))) : value),
    instant: (value: string, timeZone: string) => shortSeptember(instantIn(vocabulary, timeZone).format(new Date(value))),
  })
}

function isDate(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key)
}

/** British English writes "Sept" where every other month has three letters: a column of dates is easier to read with three. */
function shortSeptember(text: string): string {
  return text.replace('Sept ', 'Sep ')
}

function instantIn(vocabulary: Vocabulary, timeZone: string): Intl.DateTimeFormat {
  const how = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(vocabulary, { ...how, timeZone })
}

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const CSS = fs.readFileSync(path.resolve(import.meta.dirname, '../../web/styles/tokens.css'), 'utf8')
const [ROOT = ''] = CSS.split('/* what somebody has chosen')
const [, MORE = ''] = /data-contrast="more"\] \{([^}]*)\}/.exec(CSS) ?? []

type Scheme = 'light' | 'dark'

/** The colours of a scheme by the name of their token. */
function coloursOf(css: string, scheme: Scheme, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const colours = new Map(before)
  const said = [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value] as const)
  for (const [name, value] of said) {
    const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value)
    const of = /^var\(--([\w-]+)\)$/.exec(value)
    const colour =
      pair === null ? (of === null ? value : (colours.get(of[1] ?? '') ?? before.get(of[1] ?? ''))) : pair[scheme === 'light' ? 1 : 2]
    if (colour?.startsWith('#')) colours.set(name, colour)
  }
  return colours
}

/** WCAG's relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const STATUSES = ['not-matched', 'new', 'matched', 'may-match', 'synced', 'desynced', 'error']
const TEXTS: readonly (readonly [string, string])[] = [
  ...['text', 'muted', 'link', 'danger'].flatMap((it) => ['page', 'raised'].map((back) => [it, back] as const)),
  ['on-act', 'act'],
  ['on-act', 'act-strong'],
  ['on-danger', 'danger'],
  ['added-text', 'added-back'],
  ['removed-text', 'removed-back'],
  ...STATUSES.map((it) => [`${it}-text`, `${it}-back`] as const),
]
const SHAPES: readonly (readonly [string, string])[] = [
  ...['border', 'act', 'focus'].flatMap((it) => ['page', 'raised'].map((back) => [it, back] as const)),
  ['focus', 'focus-inside'],
  ...STATUSES.flatMap((it) => [[`${it}-border`, 'page'] as const, [`${it}-border`, `${it}-back`] as const]),
]
const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => {
  const usual = coloursOf(ROOT, scheme)
  return [
    [scheme, usual],
    [`${scheme}, more contrast`, coloursOf(MORE, scheme, usual)],
  ] as const
})

describe.each(LOOKS)('UX-27 the colours of the pages: %s', (_look, colours) => {
  const ratio = ([one, other]: readonly [string, string]): number => contrast(colours.get(one) ?? '', colours.get(other) ?? '')

  it.each(TEXTS)('%s on %s is text that is read at 7:1 or better', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(7)
  })

  it.each(SHAPES)('%s on %s is a shape that is seen at 3:1 or better', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

describe('the measuring', () => {
  it('knows black on white, and a pair that is too faint', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })
})

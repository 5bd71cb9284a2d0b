import { describe, expect, it } from 'vitest'
import { MOVES, mayMove, OPEN, type RunState } from './states.ts'

/** ARCHITECTURE 6, a second time and as data. */
const DRAWN = `
  queued → reading
  reading → matching
  matching → reviewing
  reviewing → ready
  ready → reviewing
  ready → applying
  applying → applied
  reading → failed
  matching → failed
  applying → failed
  failed → queued
  ready → held
  held → ready
  held → discarded
  reviewing → discarded
  ready → discarded
  failed → discarded
  discarded → reviewing
  applied → undone`

/** Not drawn there, but needed, each with its reason. */
const NEEDED: Readonly<Record<string, string>> = {
  'reviewing → applied': 'a plan without changes is applied with 0 changes',
  'queued → discarded': 'a newer sync of the school takes the place of one that waits',
  'queued → checked': 'what only looks is taken back, and its end alone is kept',
}

const edges = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/)
const LEGAL = new Set([...edges(DRAWN), ...Object.keys(NEEDED)])
// the keys of MOVES are the states: its type says so
const STATES = Object.keys(MOVES) as RunState[]

describe('the moves of a run', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to, LEGAL.has(`${from} → ${to}`)] as const)))(
    '%s → %s: %s',
    (from, to, isLegal) => {
      expect(mayMove(from, to)).toBe(isLegal)
    },
  )

  it('all lead somewhere, but for the ends', () => {
    expect(STATES.filter((it) => MOVES[it].length === 0)).toEqual(['undone', 'checked'])
  })

  it('of which one run a school may be open', () => {
    expect(OPEN).toEqual(['queued', 'reading', 'matching', 'reviewing', 'ready', 'applying'])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Directory, LoggedChange } from '../../src/directory/index.ts'
import { replayBackwards } from '../../src/directory/replay.ts'
import { buildUndo } from '../../src/plans/index.ts'
import { histories, walk } from '../support/random-school.ts'
import { applyTo, look } from '../support/school-in-memory.ts'

/** Everything of a directory but what is not noted, in one order: ended links and when they ended as well. */
function heldIn({ people, classes, yearGroups, links }: Directory): readonly string[] {
  const held = [...people.values()].map(({ localFields: _, ...it }) => ({
    ...it,
    enrolments: it.enrolments.map((place) => text(place)).sort(),
  }))
  return [...held, ...classes.values(), ...yearGroups.values(), ...links].map(text).sort()
}

function text(value: object): string {
  return JSON.stringify(value, (_name, it: unknown) =>
    it === null || typeof it !== 'object' || Array.isArray(it) ? it : Object.fromEntries(Object.entries(it).sort()),
  )
}

it('N-03 replaying the history back to every run, and to every undo, gives exactly what was held then', () => {
  fc.assert(
    fc.property(histories, fc.array(fc.nat(), { maxLength: 2 }), (history, undone) => {
      const states: { readonly directory: Directory; readonly logged: readonly LoggedChange[] }[] = []
      walk(history, (school) => {
        if (states.length === 0) states.push({ directory: school.directory, logged: [] })
        const done = applyTo(school.directory, look(school).changes)
        states.push(done)
        return done.directory
      })
      for (const chosen of undone) {
        const [last, taken] = [states.at(-1), states[chosen % states.length]]
        if (last === undefined || taken === undefined) return
        states.push(applyTo(last.directory, buildUndo(taken.logged, last.directory).changes))
      }
      const now = states.at(-1)?.directory
      if (now === undefined) return
      for (const [number, then] of states.entries()) {
        const since = states.slice(number + 1).flatMap((it) => it.logged)
        expect(heldIn(replayBackwards(now, since.toReversed()))).toEqual(heldIn(then.directory))
      }
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Directory, LoggedChange } from '../../src/directory/index.ts'
import { buildUndo, enrolmentKey, type UndoPlan } from '../../src/plans/index.ts'
import { stateOf } from '../support/apply-in-memory.ts'
import { editByHand, handEdits } from '../support/hand-edits.ts'
import { histories, walk } from '../support/random-school.ts'
import { applyTo, look } from '../support/school-in-memory.ts'

/** A random history, somebody's edits after it, and which of its runs is taken back. */
interface Story {
  readonly logged: readonly LoggedChange[]
  readonly before: Directory
  readonly undo: UndoPlan
  readonly after: Directory
}

const holds = (check: (story: Story) => void): void =>
  fc.assert(
    fc.property(histories, handEdits, fc.nat(), (history, edits, chosen) => {
      const runs: (readonly LoggedChange[])[] = []
      let last: Directory | undefined
      walk(history, (school) => {
        const { directory, logged } = applyTo(school.directory, look(school).changes)
        runs.push(logged)
        last = directory
        return directory
      })
      const logged = runs[chosen % runs.length]
      if (last === undefined || logged === undefined) return
      const before = editByHand(last, edits)
      const undo = buildUndo(logged, before)
      check({ logged, before, undo, after: applyTo(before, undo.changes).directory })
    }),
    { numRuns: 300 },
  )

function fieldsOf(it: LoggedChange, { people, classes, yearGroups }: Directory): Record<string, unknown> | undefined {
  const person = people.get(it.recordId)
  const held = { person, class: classes.get(it.recordId), year_group: yearGroups.get(it.recordId) }[it.recordKind]
  return held && { ...(person && { kind: person.kind }), ...held.fields }
}

describe('an undo after later runs and hand edits', () => {
  it('never overwrites a field edited since, and says that it is kept (N-02)', () => {
    holds(({ logged, before, undo, after }) => {
      for (const it of logged) {
        const now = fieldsOf(it, before)
        if (now === undefined) continue
        const edited = Object.entries(it.after.fields).filter(([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value))
        const then = fieldsOf(it, after)
        // what the run made and somebody edited is kept with its access off (D27)
        const still = edited.filter(([name]) => !(it.operation === 'create' && name === 'status'))
        for (const [name] of still) expect(then?.[name]).toEqual(now[name])
        const told = undo.kept.filter((kept) => kept.recordKind === it.recordKind && kept.recordId === it.recordId)
        for (const [name] of edited) expect(told.flatMap((kept) => kept.what)).toContain(name)
      }
    })
  })

  it('never overwrites a membership edited since (N-02)', () => {
    holds(({ logged, before, after }) => {
      for (const it of logged) {
        const now = new Set(before.people.get(it.recordId)?.enrolments.map(enrolmentKey))
        const then = new Set(after.people.get(it.recordId)?.enrolments.map(enrolmentKey))
        if (!after.people.has(it.recordId)) continue
        for (const begun of it.after.enrolments.map(enrolmentKey)) if (!now.has(begun)) expect(then).not.toContain(begun)
        for (const ended of it.before.enrolments.map(enrolmentKey)) if (now.has(ended)) expect(then).toContain(ended)
      }
    })
  })

  it('removes nobody but whom the run had made, unedited', () => {
    holds(({ logged, before, after }) => {
      for (const { id, fields } of before.people.values()) {
        if (after.people.has(id)) continue
        const made = logged.find((it) => it.operation === 'create' && it.recordId === id)
        expect({ ...made?.after.fields }).toEqual({ kind: before.people.get(id)?.kind, ...fields })
      }
    })
  })

  it('can itself be undone', () => {
    holds(({ before, undo }) => {
      const done = applyTo(before, undo.changes)
      const redo = buildUndo(done.logged, done.directory)
      expect(stateOf(applyTo(done.directory, redo.changes).directory)).toBe(stateOf(before))
    })
  })
})

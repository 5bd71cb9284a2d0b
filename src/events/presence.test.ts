import { describe, expect, it } from 'vitest'
import { Presence } from './presence.ts'

const RUN = { school: 's1', run: 'r1' }
const ada = { ...RUN, actor: 'account:ada' }
const tom = { ...RUN, actor: 'account:tom' }

describe('who reviews with whom (UX C8)', () => {
  it('is news when somebody comes, turns to the other table, or leaves, and not while they stay', () => {
    const presence = new Presence()
    expect(presence.note({ ...ada, kind: 'pupil' }, 0)).toBe(true)
    expect(presence.note({ ...ada, kind: 'pupil' }, 15_000)).toBe(false)
    expect(presence.note({ ...ada, kind: 'staff' }, 30_000)).toBe(true)
    expect(presence.of(RUN, 30_000)).toEqual([{ actor: 'account:ada', kind: 'staff' }])
    expect(presence.note({ ...ada, kind: null }, 31_000)).toBe(true)
    expect(presence.note({ ...ada, kind: null }, 32_000)).toBe(false)
    expect(presence.of(RUN, 32_000)).toEqual([])
  })

  it('is of one run in one school', () => {
    const presence = new Presence()
    presence.note({ ...ada, kind: 'pupil' }, 0)
    expect(presence.of({ school: 's2', run: 'r1' }, 0)).toEqual([])
    expect(presence.of({ school: 's1', run: 'r2' }, 0)).toEqual([])
  })

  it('keeps nobody for a minute', () => {
    const presence = new Presence()
    presence.note({ ...ada, kind: 'pupil' }, 0)
    presence.note({ ...tom, kind: 'pupil' }, 30_000)
    expect(presence.of(RUN, 39_999)).toHaveLength(2)
    expect(presence.of(RUN, 40_000)).toEqual([{ actor: 'account:tom', kind: 'pupil' }])
    expect(presence.forget(40_000)).toEqual([RUN])
    expect(presence.forget(40_000)).toEqual([])
    expect(presence.forget(70_000)).toEqual([RUN])
  })
})

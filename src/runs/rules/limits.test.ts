import { describe, expect, it } from 'vitest'
import type { GuardCounts } from '../../plans/index.ts'
import { schoolSettingsSchema } from '../../schools/index.ts'
import type { GuardedRun } from './guarded-runs.store.ts'
import { replayLimits } from './limits.ts'

const { limits, yearStartWindow } = schoolSettingsSchema.parse({})

function leavers(count: number, linked: number): GuardCounts['otherwise'] {
  return [{ code: 'leavers', population: 'pupil', count, linked, toBeLinked: linked }]
}

/** A run on a day in which so many of 200 left, none of them unexpected at the start of the year. */
function aRun(on: string, count: number): GuardedRun {
  return { at: new Date(`${on}T02:00:00Z`), guarded: { on, otherwise: leavers(count, 200), inYearStart: [] } }
}

describe('limits tried on earlier runs (D19)', () => {
  const runs = [aRun('2026-10-02', 50), aRun('2026-09-02', 176), aRun('2026-03-02', 9)]
  const heldOn = (rules: Parameters<typeof replayLimits>[1]) => replayLimits(runs, rules).heldAt.map((it) => it.toISOString().slice(0, 10))

  it('say which of them would have waited', () => {
    expect(replayLimits(runs, { limits, yearStartWindow }).runs).toBe(3)
    expect(heldOn({ limits, yearStartWindow })).toEqual(['2026-10-02'])
    expect(heldOn({ limits: { ...limits, leavers: { count: 10, share: 0.3 } }, yearStartWindow })).toEqual([])
    expect(heldOn({ limits: { ...limits, leavers: { count: 1, share: 0 } }, yearStartWindow })).toEqual(['2026-10-02', '2026-03-02'])
  })

  it('count another start of the year by the day on which each was made', () => {
    expect(heldOn({ limits, yearStartWindow: { from: '10-01', to: '10-31' } })).toEqual(['2026-09-02'])
    expect(heldOn({ limits, yearStartWindow: { from: '09-15', to: '03-31' } })).toEqual(['2026-09-02'])
  })

  it('have nothing to say of a school without runs', () => {
    expect(replayLimits([], { limits, yearStartWindow })).toEqual({ runs: 0, heldAt: [] })
  })
})

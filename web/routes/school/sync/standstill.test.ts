import { describe, expect, it } from 'vitest'
import { standstillOf } from './standstill.ts'

const drifted = { code: 'run.drifted', title: 'Something has changed since the plan was made', cure: 'Run the sync again.' }

describe('standstillOf', () => {
  it.each([
    [{ state: 'failed', failure: drifted }, false, 'failed'],
    // the plan is decided about again, and who waits for it must read why
    [{ state: 'reviewing', failure: drifted }, false, 'changed'],
    [{ state: 'ready', failure: null }, true, 'stopped'],
    [{ state: 'reviewing', failure: null }, false, 'waiting'],
    // a part that was to be first, stopped by somebody else
    [{ state: 'discarded', failure: null }, false, 'stopped'],
  ] as const)('of %j, stopped here: %s, is %s', (run, wasStopped, expected) => {
    expect(standstillOf(run, wasStopped)).toBe(expected)
  })
})

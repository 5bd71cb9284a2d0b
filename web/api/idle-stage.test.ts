import { describe, expect, it } from 'vitest'
import { idleStage } from './idle-stage.ts'

const minutes = (count: number) => count * 60_000

describe('an idle session', () => {
  it.each([
    [0, 'fine'],
    [27.9, 'fine'],
    [28, 'warn'],
    [29.9, 'warn'],
    [30, 'over'],
  ] as const)('after %f minutes is %s', (idle, stage) => expect(idleStage(1_000, 1_000 + minutes(idle))).toBe(stage))

  it('is not told of before the first call', () => expect(idleStage(0, minutes(100))).toBe('fine'))
})

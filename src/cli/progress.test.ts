import { describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import { progressOf } from './progress.ts'

describe('progressOf', () => {
  it('writes a few plain lines where no terminal is, and nothing to standard output', async () => {
    const io = testIo()
    const step = await progressOf(io).step('reading', 1000)
    for (let row = 0; row < 1000; row++) step.advance(1)
    step.done('1,000 rows')
    expect(io.errText()).toBe('reading: 25 %\nreading: 50 %\nreading: 75 %\nreading: 1,000 rows\n')
    expect(io.outText()).toBe('')
  })

  it('says only the end where the total is not known', async () => {
    const io = testIo()
    const step = await progressOf(io).step('matching')
    step.advance(10)
    step.done()
    expect(io.errText()).toBe('matching: done\n')
  })
})

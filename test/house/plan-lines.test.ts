import { describe, expect, it } from 'vitest'
import { LEFT_ALONE } from '../../src/insight/plan-changes.ts'
import { makeSay } from '../../src/wording/index.ts'

describe('the records behind a line of the plan', () => {
  it.each([...LEFT_ALONE.filter((it) => it !== 'error'), 'problem'])('have a reason in words where nothing is written: %s', (code) => {
    const params = { title: 'A title', cure: 'A cure.' }
    expect(makeSay('en-GB').message('plan.why', { code, params })).toMatch(/^[A-Z].+/)
  })
})

import { expect, it } from 'vitest'
import { newTally } from './tally.ts'

it('UX-C11 counts what is written by kind, in the order in which it is written, and never more than there is', () => {
  const tally = newTally((['pupil', 'class', 'pupil', 'staff'] as const).map((population) => ({ population })))
  expect(tally.written()).toEqual([
    { population: 'class', done: 0, of: 1 },
    { population: 'staff', done: 0, of: 1 },
    { population: 'pupil', done: 0, of: 2 },
  ])
  tally.add(['class', 'pupil'])
  tally.add(['class'])
  expect(tally.written().map((it) => `${it.population} ${it.done} of ${it.of}`)).toEqual(['class 1 of 1', 'staff 0 of 1', 'pupil 1 of 2'])
})

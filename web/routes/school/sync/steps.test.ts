import { describe, expect, it } from 'vitest'
import type { Panel } from '../../../../src/contract/index.ts'
import { nextSort, readReviewSearch, readRunSearch } from './search.ts'
import { currentStep, panelsOf, stepAfter, stepsOf } from './steps.ts'

const words = (steps: ReturnType<typeof stepsOf>): string => steps.map((it) => `${it.name} ${it.state}`).join(', ')
const all: Panel[] = ['staff', 'year_groups', 'registration_classes', 'subject_classes', 'pupils']

describe('the steps of a sync', () => {
  it('S-40 S-41 D16 a first run goes in order: what comes later cannot start yet', () => {
    const run = { scope: 'all', savedPanels: ['staff'], openPanels: ['staff', 'year_groups'], isFirst: true } as const
    const steps = stepsOf({ ...run, savedPanels: ['staff'], openPanels: ['staff', 'year_groups'] })
    expect(words(steps)).toBe(
      'connect done, staff done, year_groups open, registration_classes closed, subject_classes closed, pupils closed, review closed',
    )
    expect(currentStep({ ...run, savedPanels: ['staff'], openPanels: ['staff', 'year_groups'] })).toBe('year_groups')
  })

  it('S-41 a first run may be reviewed when every panel is saved', () => {
    expect(stepsOf({ scope: 'all', savedPanels: all, openPanels: all, isFirst: true }).at(-1)).toEqual({ name: 'review', state: 'ready' })
  })

  it('S-42 later runs: every panel is open, and the review is', () => {
    const steps = stepsOf({ scope: 'all', savedPanels: [], openPanels: all, isFirst: false })
    expect(steps.slice(1, -1).every((it) => it.state === 'open')).toBe(true)
    expect(steps.at(-1)?.state).toBe('ready')
  })

  it('D13 a run of one panel has that panel and the review', () => {
    expect(panelsOf('pupils')).toEqual(['pupils'])
    expect(words(stepsOf({ scope: 'pupils', savedPanels: [], openPanels: ['pupils'], isFirst: false }))).toBe(
      'connect done, pupils open, review ready',
    )
  })

  it.each([
    ['connect', 'all', 'staff'],
    ['staff', 'all', 'year_groups'],
    ['pupils', 'all', 'review'],
    ['staff', 'staff', 'review'],
    ['review', 'all', 'review'],
  ] as const)('D16 after %s of a run over %s comes %s', (name, scope, next) => {
    expect(stepAfter(name, scope)).toBe(next)
  })
})

describe('what the address says of a review table', () => {
  it('S-71 reads filter, search, year, class, sort and page, and leaves away what it does not know', () => {
    expect(readReviewSearch({ run: 'r', show: 'new', q: ' ng ', year: '6', class: '6 Oak', sort: '-name', page: '3', other: 'x' })).toEqual(
      {
        run: 'r',
        show: 'new',
        q: 'ng',
        year: '6',
        class: '6 Oak',
        sort: '-name',
        page: 3,
      },
    )
    expect(readReviewSearch({ show: 'everything', sort: 'shoe', page: '0', q: '' })).toEqual({})
    expect(readRunSearch({})).toEqual({})
  })

  it('S-71 a heading sorts up, then down, then as usual', () => {
    expect([undefined, 'name', '-name'].map((it) => nextSort(it as undefined, 'name'))).toEqual(['name', '-name', undefined])
    expect(nextSort('status', 'name')).toBe('name')
  })
})

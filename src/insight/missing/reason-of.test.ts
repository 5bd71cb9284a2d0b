import { describe, expect, it } from 'vitest'
import { makeSay } from '../../wording/index.ts'
import type { NotedLink, NotedRow, NotedWord } from './missing.store.ts'
import { type Known, reasonOf } from './reason-of.ts'

const RECORD = { connection: 'mis', kind: 'pupil', sourceId: 'p1' } as const
const AT = new Date('2026-09-02T08:00:00Z')
const link = (endReason: NotedLink['endReason']): NotedLink => ({ ...RECORD, endReason })
const word = (said: NotedWord['said']): NotedWord => ({ ...RECORD, said, actor: 'dana', at: AT })
const row = (told: Partial<NotedRow> = {}): NotedRow => ({
  ...RECORD,
  ...{ run: 'r1', state: 'applied', status: 'new', willImport: false, needsDecision: false },
  ...told,
})
const known = (told: Partial<Known> = {}): Known => ({
  ...{ goneAt: null, leftOut: null, isInScope: true, links: [], words: [], row: row() },
  ...told,
})

const ABSENT: readonly (readonly [string, Partial<Known>, string])[] = [
  ['the MIS named them once', { goneAt: AT }, 'gone'],
  ['a row that cannot be synced', { leftOut: 'pupil.without_registration_class' }, 'left_out.pupil.without_registration_class'],
  ['… whatever was said about it', { leftOut: 'staff.without_email', words: [word('import')] }, 'left_out.staff.without_email'],
  ['a year group that nobody placed', { leftOut: 'pupil.year_group_unmapped' }, 'left_out.pupil.year_group_unmapped'],
  ['a year group that is not synced', { leftOut: 'pupil.year_group_left_out' }, 'left_out.pupil.year_group_left_out'],
  ['the nursery', { leftOut: 'pupil.nursery_left_out' }, 'left_out.pupil.nursery_left_out'],
  ['an id of somebody else', { leftOut: 'person.id_reused' }, 'left_out.person.id_reused'],
  ['never to be imported', { words: [word('never_import')] }, 'never_import'],
  ['left out by a person', { words: [word('import'), word('leave_out')] }, 'leave_out'],
  ['outside the chosen years', { isInScope: false }, 'out_of_scope'],
  ['a review that is no longer kept', { row: undefined }, 'not_looked_at'],
  ['an open question', { row: row({ state: 'reviewing', status: 'may_match', needsDecision: true }) }, 'needs_decision'],
  ['a sync that is on its way', { row: row({ state: 'ready', willImport: true }) }, 'in_open_run'],
  ['a sync on hold', { row: row({ state: 'held', willImport: true }) }, 'in_open_run'],
  ['a sync that was discarded', { row: row({ state: 'discarded', willImport: true }) }, 'run_discarded'],
  ['a sync that failed', { row: row({ state: 'failed', willImport: true }) }, 'run_failed'],
  ['a sync that was undone', { row: row({ state: 'undone', willImport: true }) }, 'run_undone'],
  ['a question that nobody answered', { row: row({ status: 'may_match' }) }, 'left_undecided'],
  ['New, and not ticked', {}, 'not_ticked'],
  ['split from somebody here', { links: [link('unmatched')], words: [word('veto')] }, 'vetoed'],
]

describe('why somebody is not here', () => {
  it.each(ABSENT)('N-18 %s', (_why, told, code) => {
    expect(reasonOf(known(told))?.code).toBe(code)
  })

  it.each(ABSENT)('N-18 %s: has a sentence and a cure in both vocabularies', (_why, _told, code) => {
    for (const vocabulary of ['en-GB', 'en-US'] as const) {
      const say = makeSay(vocabulary)
      for (const prefix of ['missing.reason', 'missing.cure']) expect(say.message(prefix, { code, params: {} })).toMatch(/^[A-Z][^{}]+\.$/)
    }
  })

  it('N-18 names who decided, and the open sync in which it can be changed', () => {
    expect(reasonOf(known({ words: [word('never_import')] }))).toMatchObject({ said: { actor: 'dana', at: AT }, run: null })
    expect(reasonOf(known({ row: row({ state: 'reviewing' }) }))).toEqual({ code: 'not_ticked', said: null, run: 'r1' })
  })

  it.each([
    ['somebody who is linked', { links: [link(null)] }],
    ['somebody whose record is managed by hand (D3)', { links: [link('by_hand')] }],
    ['a leaver, who is told of as a person here', { goneAt: AT, links: [link('left')] }],
  ])('N-18 says nothing of %s', (_who, told) => {
    expect(reasonOf(known(told))).toBeNull()
  })
})

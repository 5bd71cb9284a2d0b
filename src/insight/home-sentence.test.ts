import { describe, expect, it } from 'vitest'
import type { RunDetails } from '../contract/index.ts'
import { makeSay } from '../wording/index.ts'
import { homeStep, type Situation } from './home-sentence.ts'

const RUN: RunDetails = {
  ...{ id: '0190a000-0000-7000-8000-000000000001', purpose: 'sync', scope: 'all', state: 'reviewing', isInteractive: true, version: 1 },
  ...{ actor: 'Dana Price', createdAt: '2026-09-06T08:00:00.000Z', changedAt: '2026-09-06T08:00:00.000Z', format: null, dataFrom: null },
  ...{ heldFrom: null, firstOf: null, isNoLongerHeld: false },
  ...{
    absenceUnproven: null,
    cohort: null,
    savedPanels: [],
    openPanels: [],
    isFirst: false,
    undoesRun: null,
    undoneBy: null,
    onlyPerson: null,
    mayUndoUntil: null,
    mayReopenUntil: null,
  },
  ...{ isWaitingToApply: false, progress: null, counts: null, groups: null, rows: null, seconds: null, undoKept: null, undoCannot: null },
  ...{ messagesHeld: 0, failure: null },
}
const ALL_SAVED: RunDetails['savedPanels'] = ['staff', 'year_groups', 'registration_classes', 'pupils']

const open = (run: Partial<RunDetails>, needs: Partial<Situation['needs']> = {}): Partial<Situation> => ({
  openRun: { ...RUN, ...run },
  needs: { pupils: 0, staff: 0, errors: 0, pupilErrors: 0, ...needs },
})
const last = (run: Partial<RunDetails>, hasUpload = true): Partial<Situation> => ({ lastRun: { ...RUN, ...run }, hasUpload })

const CASES: readonly (readonly [string, Partial<Situation>, string])[] = [
  ['nothing has ever been read', {}, 'no_data upload'],
  ['a file waits', { hasNewUpload: true, hasUpload: true }, 'ready_to_start start'],
  ['a new file waits after a sync', { ...last({ state: 'applied' }), hasNewUpload: true }, 'ready_to_start start'],
  ['a run waits for a worker', open({ state: 'queued' }), 'reading wait'],
  ['a run is matched', open({ state: 'matching' }), 'reading wait'],
  ['a first run, nobody to decide', open({ isFirst: true, savedPanels: ['staff'] }), 'first_on_its_way continue'],
  ['a first run with questions', open({ isFirst: true }, { pupils: 2 }), 'pupils_need_decision continue'],
  ['a first run, all panels saved but the one that may be skipped', open({ isFirst: true, savedPanels: ALL_SAVED }), 'ready_to_sync sync'],
  ['questions about pupils', open({}, { pupils: 26 }), 'pupils_need_decision review'],
  ['questions about staff', open({}, { staff: 1 }), 'staff_need_decision review'],
  ['questions about both', open({}, { pupils: 3, staff: 2 }), 'people_need_decision review'],
  ['nothing to decide', open({}), 'ready_to_sync sync'],
  ['D20 a part on hold', { ...last({ state: 'applied' }), holds: 1 }, 'held holds'],
  ['D20 a part on hold, and a sync to go on with', { ...open({}), holds: 1 }, 'ready_to_sync sync'],
  ['D20 a part on hold, and a new file', { ...last({ state: 'applied' }), hasNewUpload: true, holds: 1 }, 'ready_to_start start'],
  ['a sync that waits for its turn', open({ state: 'ready', isWaitingToApply: true }), 'syncing wait'],
  ['a sync that runs', open({ state: 'applying' }), 'syncing wait'],
  ['an undo to be looked at', open({ state: 'ready', purpose: 'undo' }), 'undo_ready review'],
  ['an undo that runs', open({ state: 'applying', purpose: 'undo' }), 'undoing wait'],
  ['after a sync', last({ state: 'applied' }), 'up_to_date null'],
  ['C3 checks have failed for two days', { ...last({ state: 'applied' }), isOutOfDate: true }, 'out_of_date null'],
  ['C3 and no file is kept any more', { ...last({ state: 'applied' }, false), isOutOfDate: true }, 'out_of_date upload'],
  [
    'after a sync that had to leave people out',
    { ...last({ state: 'applied' }), needs: { pupils: 0, staff: 0, errors: 2, pupilErrors: 1 } },
    'finished_with_warnings null',
  ],
  ['after an undo', last({ state: 'applied', purpose: 'undo' }), 'undone start'],
  ['after an undo that was discarded', last({ state: 'discarded', purpose: 'undo' }), 'up_to_date null'],
  ['after a fault', last({ state: 'failed' }), 'failed start'],
  ['after a fault long ago', last({ state: 'failed' }, false), 'failed upload'],
  ['after a run that was discarded', last({ state: 'discarded' }), 'discarded start'],
  ['after a run that was discarded long ago', last({ state: 'discarded' }, false), 'discarded_and_gone upload'],
]

describe('the sentence of Home', () => {
  it.each(CASES)('C3 %s', (_when, situation, expected) => {
    const nothing: Situation = {
      openRun: null,
      lastRun: null,
      needs: { pupils: 0, staff: 0, errors: 0, pupilErrors: 0 },
      hasNewUpload: false,
      hasUpload: false,
      holds: 0,
      isOutOfDate: false,
    }
    const { sentence, next } = homeStep({ ...nothing, ...situation })
    expect(`${sentence.code} ${next}`).toBe(expected)
    for (const vocabulary of ['en-GB', 'en-US'] as const) expect(makeSay(vocabulary).message('home', sentence)).toMatch(/\.$/)
  })

  it('D15 names people in the words of the school', () => {
    const sentence = { code: 'pupils_need_decision', params: { count: 26 } }
    expect(makeSay('en-GB').message('home', sentence)).toBe('26 pupils need a decision. Everything else is ready to sync.')
    expect(makeSay('en-US').message('home', sentence)).toBe('26 students need a decision. Everything else is ready to sync.')
  })
})

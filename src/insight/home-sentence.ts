import { type Home, isPanelDone, PANELS, type RunDetails } from '../contract/index.ts'
import type { ReviewNeeds } from './home.store.ts'

/** What Home knows when it looks for its sentence. */
export interface Situation {
  readonly openRun: RunDetails | null
  readonly lastRun: RunDetails | null
  readonly needs: ReviewNeeds
  readonly hasNewUpload: boolean
  readonly hasUpload: boolean
  /** Parts of plans that wait for a person. */
  readonly holds: number
  /** No check has succeeded for 48 hours although the schedule wanted one. */
  readonly isOutOfDate: boolean
}

/** What Home says first, and what its first button does. */
export type HomeStep = Pick<Home, 'sentence' | 'next'>

/** One sentence that always answers: do I have to do anything? */
export function homeStep(situation: Situation): HomeStep {
  const { openRun, lastRun, hasNewUpload, hasUpload } = situation
  if (openRun !== null) return stepOfOpenRun(openRun, situation.needs)
  if (hasNewUpload) return step('ready_to_start', 'start')
  if (situation.holds > 0) return { sentence: { code: 'held', params: { count: situation.holds } }, next: 'holds' }
  const again: HomeStep['next'] = hasUpload ? 'start' : 'upload'
  if (lastRun === null) return hasUpload ? step('ready_to_start', 'start') : step('no_data', 'upload')
  if (lastRun.state === 'failed') return step('failed', again)
  if (lastRun.state === 'discarded' && lastRun.purpose !== 'undo') return step(hasUpload ? 'discarded' : 'discarded_and_gone', again)
  if (lastRun.onlyPerson !== null && lastRun.state === 'applied') return step('undone_one', again)
  if (lastRun.state === 'undone' || (lastRun.purpose === 'undo' && lastRun.state === 'applied')) return step('undone', again)
  const left = situation.needs.pupils + situation.needs.staff
  if (left === 0 && situation.needs.errors > 0)
    return { sentence: { code: 'finished_with_warnings', params: { count: situation.needs.errors } }, next: null }
  if (left > 0) return { sentence: { code: 'left_undecided', params: { count: left } }, next: again }
  return situation.isOutOfDate ? step('out_of_date', hasUpload ? null : 'upload') : step('up_to_date', null)
}

function stepOfOpenRun(run: RunDetails, needs: ReviewNeeds): HomeStep {
  const { state } = run
  if (state === 'queued' || state === 'reading' || state === 'matching') return step('reading', 'wait')
  if (state === 'applying' || run.isWaitingToApply) return step(run.purpose === 'undo' ? 'undoing' : 'syncing', 'wait')
  if (run.purpose === 'undo') return step('undo_ready', 'review')
  const isFirstOnItsWay = run.isFirst && run.isInteractive && run.scope === 'all' && !isEveryPanelSaved(run)
  const count = needs.pupils + needs.staff
  if (count > 0) return needsDecision(needs, isFirstOnItsWay ? 'continue' : 'review')
  return isFirstOnItsWay ? step('first_on_its_way', 'continue') : step('ready_to_sync', 'sync')
}

function isEveryPanelSaved({ savedPanels }: RunDetails): boolean {
  return PANELS.every((it) => isPanelDone(it, savedPanels))
}

function needsDecision({ pupils, staff }: ReviewNeeds, next: HomeStep['next']): HomeStep {
  const code = staff === 0 ? 'pupils_need_decision' : pupils === 0 ? 'staff_need_decision' : 'people_need_decision'
  return { sentence: { code, params: { count: pupils + staff } }, next }
}

function step(code: string, next: HomeStep['next']): HomeStep {
  return { sentence: { code, params: {} }, next }
}

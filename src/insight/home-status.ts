import type { Home } from '../contract/index.ts'
import type { Situation } from './home-sentence.ts'

/** How the school's sync stands, in one of the words of Home (C3). The sentence beside it says more, never something else. */
export function homeStatus(it: Situation & { readonly isPaused: boolean }): Home['status'] {
  const { openRun, lastRun, needs, holds, hasNewUpload, hasUpload } = it
  const undecided = needs.pupils + needs.staff
  if (openRun !== null) {
    const { state, isWaitingToApply, purpose } = openRun
    if (state === 'queued' || state === 'reading' || state === 'matching') return 'checking'
    if (state === 'applying' || isWaitingToApply) return 'syncing'
    return purpose !== 'undo' && undecided > 0 ? 'needs_decisions' : 'ready'
  }
  if (hasNewUpload) return 'new_data'
  if (holds > 0) return 'on_hold'
  if (lastRun === null) return hasUpload ? 'new_data' : 'not_connected'
  if (lastRun.state === 'failed') return 'failed'
  if (lastRun.state !== 'applied' || lastRun.purpose === 'undo') return 'stopped'
  if (undecided > 0) return 'needs_decisions'
  if (needs.errors > 0) return 'finished_with_warnings'
  if (it.isPaused) return 'paused'
  return it.isOutOfDate ? 'out_of_date' : 'up_to_date'
}

import { isPanelDone, PANELS, type Panel } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import type { IdSource } from '../schools/index.ts'
import { lockReview } from './review-locked.ts'
import { editRun, hasSynced } from './run.store.ts'
import type { Run } from './run.ts'

/**
 * Notes that a person is done with a panel. In a school's first sync the panels go in their order (S-41), of which subject
 * classes may be skipped (S-44); later any panel can be opened (S-42). Saving twice changes nothing.
 */
export async function savePanel(
  tx: SchoolTx,
  { runId, panel, ids }: { readonly runId: string; readonly panel: Panel; readonly ids: IdSource },
): Promise<Result<Run, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockReview(tx, runId)
  if (!locked.ok) return locked
  const { run } = locked.value
  if (run.savedPanels.includes(panel)) return ok(run)
  const before = PANELS.slice(0, PANELS.indexOf(panel)).find((it) => !isPanelDone(it, run.savedPanels))
  if (before !== undefined && run.scope === 'all' && !(await hasSynced(tx)))
    return fail(problem('run.panel_not_saved', { params: { panel: before } }))
  return ok(await editRun(tx, run, { at: ids.clock(), savedPanels: [...run.savedPanels, panel] }))
}

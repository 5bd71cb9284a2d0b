import { panelSchema } from '../../../contract/index.ts'
import { presentRun } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { savePanel } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `PUT /v1/schools/:school/runs/:run/panels/:panel` */
export const savePanelOfRun: Handler<'runs.savePanel'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const panel = panelSchema.safeParse(call.params['panel'])
    if (!panel.success) return fail(problem('address.unknown'))
    const saved = await savePanel(tx, { runId: id, panel: panel.data, ids: services.ids })
    return saved.ok ? ok(await presentRun(tx, saved.value)) : saved
  })

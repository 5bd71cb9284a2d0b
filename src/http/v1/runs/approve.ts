import { presentRun } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { approveRun } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/approve` */
export const approvePlan: Handler<'runs.approve'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const approved = await approveRun(tx, { runId: id, planHash: call.body.planHash, typed: call.body.typed ?? null, ids: services.ids })
    return approved.ok ? ok(await presentRun(tx, approved.value)) : approved
  })

import { presentPlan } from '../../../insight/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { makePlan } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/plan` */
export const planOfRun: Handler<'runs.plan'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const made = await makePlan(tx, { runId: id, mayMatch: call.body.mayMatch, context: contextOf(services) })
    if (!made.ok) return made
    const plan = await presentPlan(tx, made.value)
    return plan === undefined ? fail(problem('run.not_reviewable', { params: { state: made.value.state } })) : ok(plan)
  })

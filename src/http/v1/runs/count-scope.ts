import { ok } from '../../../kernel/index.ts'
import { countScope, factsOfReview } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/pupil-scope/count` */
export const countPupilScope: Handler<'runs.countScope'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const facts = await factsOfReview(tx, run, services.key)
    return facts.ok ? ok(countScope(facts.value, call.body)) : facts
  })

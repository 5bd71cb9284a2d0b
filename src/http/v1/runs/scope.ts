import { presentScope } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { factsOfReview, pupilScope } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/pupil-scope` */
export const readScope: Handler<'runs.scope'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const facts = await factsOfReview(tx, run, services.key)
    return facts.ok ? ok(presentScope(pupilScope(facts.value))) : facts
  })

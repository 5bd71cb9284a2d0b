import { presentYearGroups } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { factsOfReview } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/year-groups` */
export const readYearGroups: Handler<'runs.yearGroups'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const facts = await factsOfReview(tx, run, services.key)
    return facts.ok ? ok(presentYearGroups(run, facts.value)) : facts
  })

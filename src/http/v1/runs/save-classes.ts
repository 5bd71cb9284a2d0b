import { presentClassRows } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { factsOfReview, saveClasses } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'
import { seenVersion } from './seen-version.ts'

/** `PUT /v1/schools/:school/runs/:run/classes` */
export const saveClassesOfRun: Handler<'runs.saveClasses'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const seen = await seenVersion(tx, id, call.ifMatch)
    if (!seen.ok) return seen
    const saved = await saveClasses(tx, { runId: id, ...call.body, context: contextOf(services) })
    if (!saved.ok) return saved
    const facts = await factsOfReview(tx, saved.value, services.key)
    return facts.ok ? ok(presentClassRows(saved.value, facts.value, call.body.kind)) : facts
  })

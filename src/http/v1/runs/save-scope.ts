import { presentScope } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { factsOfReview, pupilScope, savePupilScope } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'
import { seenVersion } from './seen-version.ts'

/** `PUT /v1/schools/:school/runs/:run/pupil-scope` */
export const saveScope: Handler<'runs.saveScope'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const seen = await seenVersion(tx, id, call.ifMatch)
    if (!seen.ok) return seen
    const saved = await savePupilScope(tx, { runId: id, ...call.body, context: contextOf(services) })
    if (!saved.ok) return saved
    const facts = await factsOfReview(tx, saved.value, services.key)
    return facts.ok ? ok(presentScope(pupilScope(facts.value))) : facts
  })

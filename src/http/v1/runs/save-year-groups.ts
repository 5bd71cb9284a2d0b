import { presentYearGroups } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { factsOfReview, saveYearGroups } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'
import { seenVersion } from './seen-version.ts'

/** `PUT /v1/schools/:school/runs/:run/year-groups` */
export const saveYearGroupsOfRun: Handler<'runs.saveYearGroups'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const seen = await seenVersion(tx, id, call.ifMatch)
    if (!seen.ok) return seen
    const saved = await saveYearGroups(tx, { runId: id, rows: call.body.rows, context: contextOf(services) })
    if (!saved.ok) return saved
    const facts = await factsOfReview(tx, saved.value, services.key)
    return facts.ok ? ok(presentYearGroups(facts.value)) : facts
  })

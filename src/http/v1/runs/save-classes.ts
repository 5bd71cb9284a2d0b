import { presentClassRows } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { saveClasses } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `PUT /v1/schools/:school/runs/:run/classes` */
export const saveClassesOfRun: Handler<'runs.saveClasses'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const saved = await saveClasses(tx, { runId: id, seen: call.ifMatch, said: call.body, context: contextOf(services) })
    return saved.ok ? ok(presentClassRows(saved.value.run, saved.value.facts, call.body.kind)) : saved
  })

import { presentYearGroups } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { saveYearGroups } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `PUT /v1/schools/:school/runs/:run/year-groups` */
export const saveYearGroupsOfRun: Handler<'runs.saveYearGroups'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const saved = await saveYearGroups(tx, { runId: id, seen: call.ifMatch, rows: call.body.rows, context: contextOf(services) })
    return saved.ok ? ok(presentYearGroups(saved.value.facts)) : saved
  })

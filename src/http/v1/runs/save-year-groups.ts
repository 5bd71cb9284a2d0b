import { presentYearGroups } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { saveYearGroups } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `PUT /v1/schools/:school/runs/:run/year-groups` */
export const saveYearGroupsOfRun: Handler<'runs.saveYearGroups'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const { rows, includeNursery, schoolYear } = call.body
    const said = { rows, includeNursery, schoolYear }
    const saved = await saveYearGroups(tx, { runId: id, seen: call.ifMatch, said, context: contextOf(services) })
    return saved.ok ? ok(presentYearGroups(saved.value.run, saved.value.facts)) : saved
  })

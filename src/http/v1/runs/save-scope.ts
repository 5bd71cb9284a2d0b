import { presentScope } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { pupilScope, savePupilScope } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf, inRun } from './in-run.ts'

/** `PUT /v1/schools/:school/runs/:run/pupil-scope` */
export const saveScope: Handler<'runs.saveScope'> = (call, services) =>
  inRun(call, services, async (tx, { id }) => {
    const { pupilEmails, ...choice } = call.body
    const saved = await savePupilScope(tx, { runId: id, seen: call.ifMatch, choice, pupilEmails, context: contextOf(services) })
    return saved.ok ? ok(presentScope(pupilScope(saved.value.facts))) : saved
  })

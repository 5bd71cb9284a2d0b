import { inSchool } from '../../db/index.ts'
import { applyRun, approveRun } from '../../runs/index.ts'
import { runContext, systemIds } from '../actor.ts'
import { failed } from '../command.ts'
import { findRun } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { withMuster } from '../with-muster.ts'
import type { RunOptions } from './options.ts'

/** Lets a held run go on, if its plan is still exactly the one that was looked at, and applies it. */
export async function approve(typed: string, { plan = '', data }: RunOptions, io: Io): Promise<ExitCode> {
  return withMuster(io, { data, applicationName: 'muster approve' }, async ({ database, settings }) => {
    const run = await findRun(database, typed, 'run.approve')
    if (!run.ok) return failed(io, run.failure)
    const { runId, scope } = run.value
    const approved = await inSchool(database, scope, (tx) => approveRun(tx, { runId, planHash: plan, typed: 'by_hash', ids: systemIds }))
    if (!approved.ok) return failed(io, approved.failure)
    const applied = await applyRun(database, scope, {
      runId,
      planHash: plan,
      context: runContext(database.server.key, settings.mail !== null),
    })
    if (!applied.ok) return failed(io, applied.failure)
    io.out(`Applied (run ${runId}).\n`)
    return EXIT.done
  })
}

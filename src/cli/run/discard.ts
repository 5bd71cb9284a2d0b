import { inSchool } from '../../db/index.ts'
import { discardRun } from '../../runs/index.ts'
import { systemIds } from '../actor.ts'
import { failed } from '../command.ts'
import { findRun } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { withMuster } from '../with-muster.ts'
import type { RunOptions } from './options.ts'

/** Drops a run that has not been applied. */
export async function discard(typed: string, { data }: RunOptions, io: Io): Promise<ExitCode> {
  return withMuster(io, { data, applicationName: 'muster discard' }, async ({ database }) => {
    const run = await findRun(database, typed, 'run.discard')
    if (!run.ok) return failed(io, run.failure)
    const discarded = await inSchool(database, run.value.scope, (tx) => discardRun(tx, run.value.runId, systemIds))
    if (!discarded.ok) return failed(io, discarded.failure)
    io.out(`Discarded (run ${run.value.runId}). Nothing has been changed.\n`)
    return EXIT.done
  })
}

import { inSchool } from '../../db/index.ts'
import { problem } from '../../kernel/index.ts'
import { applyRun, discardRun, type PlannedUndo, planUndo } from '../../runs/index.ts'
import { runContext, systemIds } from '../actor.ts'
import { failed } from '../command.ts'
import { findRun, type NamedRun } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { type Muster, withMuster } from '../with-muster.ts'
import type { RunOptions } from './options.ts'

/**
 * Takes back one whole run (N-02): shows what will be reversed, kept and impossible, asks where somebody watches, and applies
 * exactly what was shown.
 */
export async function undo(typed: string, options: RunOptions, io: Io): Promise<ExitCode> {
  return withMuster(io, { data: options.data, applicationName: 'muster undo' }, async (muster) => {
    const run = await findRun(muster.database, typed, 'run.undo')
    if (!run.ok) return failed(io, run.failure)
    const planned = await inSchool(muster.database, run.value.scope, (tx) => planUndo(tx, run.value.runId, systemIds))
    if (!planned.ok) return failed(io, planned.failure)
    if (!options.json) io.out(preview(planned.value))
    const isOther = options.plan !== undefined && options.plan !== planned.value.planHash
    if (isOther || options.dryRun || !(await isWanted(io, options))) {
      await dropIt(muster, run.value, planned.value)
      if (options.json) io.out(`${JSON.stringify(summary(planned.value, 'discarded'))}\n`)
      return isOther ? failed(io, problem('run.other_plan')) : EXIT.done
    }
    return apply(muster, run.value, { planned: planned.value, io, options })
  })
}

async function apply(
  muster: Muster,
  { scope }: NamedRun,
  { planned, io, options }: { readonly planned: PlannedUndo; readonly io: Io; readonly options: RunOptions },
): Promise<ExitCode> {
  const { run, planHash } = planned
  const done = await applyRun(muster.database, scope, {
    runId: run.id,
    planHash,
    context: runContext(muster.database.server.key, muster.settings.mail !== null),
  })
  if (!done.ok) return failed(io, done.failure)
  io.out(options.json ? `${JSON.stringify(summary(planned, done.value.state))}\n` : `Undone (run ${run.id}).\n`)
  return EXIT.done
}

async function dropIt({ database }: Muster, { scope }: NamedRun, { run }: PlannedUndo): Promise<void> {
  await inSchool(database, scope, (tx) => discardRun(tx, run.id, systemIds))
}

/** A person at a terminal is asked; a script has asked by calling. */
async function isWanted(io: Io, options: RunOptions): Promise<boolean> {
  if (io.terminal === null || options.json || options.plan !== undefined || !process.stdin.isTTY) return true
  const { confirm, isCancel } = await import('@clack/prompts')
  const answer = await confirm({ message: 'Undo this?', initialValue: false })
  return !isCancel(answer) && answer
}

function preview({ undo, planHash }: PlannedUndo): string {
  const kept = undo.kept.map((it) => `    ${it.recordKind} ${it.recordId}: ${it.what.join(', ') || 'still in use'}\n`)
  const cannot = undo.cannot.map((it) => `    ${it.recordKind} ${it.recordId}: no longer there\n`)
  return [
    `  reversed            ${undo.changes.length} records\n`,
    `  kept, edited since  ${undo.kept.length} records\n`,
    ...kept.slice(0, 20),
    `  cannot be reversed  ${undo.cannot.length} records\n`,
    ...cannot.slice(0, 20),
    `  plan                ${planHash}\n`,
  ].join('')
}

function summary({ run, undo, planHash }: PlannedUndo, state: string): object {
  return {
    run: run.id,
    undoes: run.undoesRunId,
    state,
    plan: planHash,
    reversed: undo.changes.length,
    kept: undo.kept,
    cannot: undo.cannot,
  }
}

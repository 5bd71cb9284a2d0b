import type { Command } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import type { Io } from './io.ts'
import type { HistoryOptions, RunOptions } from './run/options.ts'

/** The commands about runs that there have been: history, undo, approve, discard. */
export function registerRunCommands(program: Command, io: Io): void {
  const history = program.command('history').description('list the runs there have been, newest first')
  history.option('--school <id>', 'of this school only').option('--limit <number>', 'how many at the most', '50')
  history.option('--json', 'one JSON object a line').option(...DATA_OPTION)
  history.action(exits(program, async (options: HistoryOptions) => (await import('./run/history.ts')).listHistory(options, io)))

  const undo = program.command('undo <run>').description('take back everything one run changed; what was edited since stays')
  undo.option('--dry-run', 'show what would be reversed, kept and impossible, and change nothing')
  undo.option('--plan <hash>', 'only if the undo is still exactly the one that was shown').option('--json', 'the outcome as JSON')
  undo.option(...DATA_OPTION)
  undo.action(exits(program, async (run: string, options: RunOptions) => (await import('./run/undo.ts')).undo(run, options, io)))

  const approve = program.command('approve <run>').description('let a run that a guard held go on, and apply it')
  approve.requiredOption('--plan <hash>', 'the hash of the plan that you have looked at').option(...DATA_OPTION)
  approve.action(exits(program, async (run: string, options: RunOptions) => (await import('./run/approve.ts')).approve(run, options, io)))

  const discard = program
    .command('discard <run>')
    .description('drop a run that has not been applied')
    .option(...DATA_OPTION)
  discard.action(exits(program, async (run: string, options: RunOptions) => (await import('./run/discard.ts')).discard(run, options, io)))
}

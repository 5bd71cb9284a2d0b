import type { Command } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import type { Io } from './io.ts'
import type { LearnOptions } from './learn/options.ts'

/** Learning from decisions (N-06): propose, replay, adopt, go back, aliases. */
export function registerLearn(program: Command, io: Io): void {
  const command = program
    .command('learn')
    .description("learn from a school's Match and Unmatch decisions, and adopt what a replay lets pass")
  command
    .requiredOption('--school <id>', 'the school: its external id, code or id')
    .option('--replay', 'show what the engine alone would have said of every decision, before and after')
    .option('--seed <text>', 'which decisions are held out together in the replay', 'muster')
    .option('--list', 'list the versions and aliases there are, and learn nothing')
    .option('--adopt <version>', 'match by this version from now on')
    .option('--back', 'go back from what was adopted last')
    .option('--alias <names>', 'two spellings of one name here, such as forename:Sasha=Oleksandr')
    .option('--drop-alias <names>', 'take an alias back')
    .option('--yes', 'do not ask before adopting or going back')
    .option('--json', 'one JSON object a line')
    .option(...DATA_OPTION)
  command.action(exits(program, async (options: LearnOptions) => (await import('./learn/learn.ts')).learn(options, io)))
}

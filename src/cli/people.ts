import { type Command, Option } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import type { Io } from './io.ts'
import type { PeopleOptions } from './people/options.ts'

export function registerPeople(program: Command, io: Io): void {
  const command = program.command('people').description('list the people of a school as we hold them')
  command
    .requiredOption('--school <id>', 'the school: its external id, code or id')
    .addOption(new Option('--format <format>', 'how to write them').choices(['csv', 'json']).default('csv'))
    .option(...DATA_OPTION)
  command.action(
    exits(program, async (options: PeopleOptions) => {
      const { people } = await import('./people/list-people.ts')
      return people(options, io)
    }),
  )
}

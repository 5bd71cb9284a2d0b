import { type Command, Option } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import type { Io } from './io.ts'
import type { SyncOptions } from './sync/options.ts'

export function registerSync(program: Command, io: Io): void {
  const command = program.command('sync').description('read a roster from files and bring the directory in step, school by school')
  command
    .requiredOption('--source <path>', 'a folder, a zip or a file: OneRoster CSV, Microsoft SDS, or CSV/TSV with headers we know')
    .option('--school <id>', 'only this school; for a file that names no school, the school it is about')
    .option('--connection <name>', 'the MIS these files come from; another name is another MIS', 'file')
    .addOption(new Option('--full', 'the source holds everybody: who is not in it has left').conflicts('partial'))
    .addOption(new Option('--partial', 'the source holds only some people: nobody is taken to have left'))
    .addOption(new Option('--import-staff', 'create new members of staff as well').conflicts('importNone'))
    .addOption(new Option('--import-none', 'create nobody; only link and update'))
    .option('--map <file>', 'JSON that says which column holds which field: {"first_name": "Forename"}')
    .addOption(new Option('--grades <set>', 'what a number means as a year, for schools that are new').choices(['uk', 'us']))
    .option('--accept-may-match', 'sync pairs that may match, as if a person had accepted them')
    .option('--dry-run', 'show what would happen and change nothing')
    .option('--json', 'one JSON object a line for each school')
    .option('--report <file>', 'write every person and every problem to a CSV file')
    .option(...DATA_OPTION)
  command.action(
    exits(program, async (options: SyncOptions) => {
      const { sync } = await import('./sync/sync-files.ts')
      return sync(options, io)
    }),
  )
}

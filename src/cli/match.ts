import { type Command, Option } from 'commander'
import { exits } from './command.ts'
import type { Io } from './io.ts'
import type { MatchOptions } from './match/run-match.ts'

export function registerMatch(program: Command, io: Io): void {
  const command = program.command('match').description('pair the people of two files, say how sure each pair is and why; needs no database')
  command
    .requiredOption('--directory <file>', 'the people you hold, one a row')
    .requiredOption('--source <file>', 'the same people as the MIS has them')
    .requiredOption('--out <file>', 'where the pairs go: directory_id,source_id,status,probability,bits,reasons')
    .option('--map <file>', 'MAP.json: {"first_name": "<column>", …} or {"directory": {…}, "source": {…}}')
    .addOption(new Option('--role <role>', 'only these people, and what rows without a role are').choices(['pupil', 'staff']))
    .option('--school-column <column>', 'match each school by itself')
    .addOption(new Option('--explain <how>', 'a column more that says why: in words, or with bits as well').choices(['words', 'bits']))
    .addOption(new Option('--threads <number>', 'processor cores to use; the pairs are the same').choices(['1', '2']).default('1'))
  command.action(
    exits(program, async (options: MatchOptions) => {
      const { runMatch } = await import('./match/run-match.ts')
      return runMatch(options, io)
    }),
  )
}

import { type Command, Option } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import type { DemoOptions } from './demo/options.ts'
import type { Io } from './io.ts'

export function registerDemo(program: Command, io: Io): void {
  const command = program.command('demo').description('set up a made-up school to try everything on; no real person is in it')
  command.addOption(new Option('--grades <set>', 'a school with UK years or US grades').choices(['uk', 'us']).default('uk'))
  command.option(...DATA_OPTION)
  command.action(exits(program, async (options: DemoOptions) => (await import('./demo/make-demo.ts')).makeDemo(options, io)))
}

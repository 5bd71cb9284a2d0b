import type { Command } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import { EXIT, type Io } from './io.ts'

export function registerCompact(program: Command, io: Io): void {
  const command = program.command('compact').description('write the tables anew, without the bytes of rows that are gone')
  command.option(...DATA_OPTION)
  command.action(
    exits(program, async (options: { readonly data?: string }) => {
      const { withMuster } = await import('./with-muster.ts')
      const { compact } = await import('../db/index.ts')
      return withMuster(io, { ...options, applicationName: 'muster compact' }, async ({ database }) => {
        await compact(database.server, (name, place, of) => io.err(`${place} of ${of}: ${name}\n`))
        io.out('The tables hold no byte of rows that are gone.\n')
        return EXIT.done
      })
    }),
  )
}

import type { Command } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import { EXIT, type Io } from './io.ts'

export function registerMigrate(program: Command, io: Io): void {
  const command = program
    .command('migrate')
    .description('bring the database up to this version of Muster (every command does so by itself)')
  command.option(...DATA_OPTION)
  command.action(
    exits(program, async (options: { readonly data?: string }) => {
      const { withMuster } = await import('./with-muster.ts')
      return withMuster(io, { ...options, applicationName: 'muster migrate' }, async () => {
        io.out('The database is up to date.\n')
        return EXIT.done
      })
    }),
  )
}

import type { Command } from 'commander'
import { DATA_OPTION, exits } from './command.ts'
import { EXIT, type Io } from './io.ts'
import type { Parts } from './parts.ts'

interface WorkerOptions {
  readonly data?: string
  readonly concurrency: string
}

export function registerWorker(program: Command, io: Io, parts: Parts): void {
  const command = program.command('worker').description('carry queued runs on until it is stopped; start as many as you have machines')
  command.option('--concurrency <number>', 'how many schools at a time', '2').option(...DATA_OPTION)
  command.action(
    exits(program, async ({ data, concurrency }: WorkerOptions) => {
      const { withMuster } = await import('./with-muster.ts')
      const { WORKER_NAME } = await import('../jobs/index.ts')
      const { jsonLog } = await import('../kernel/index.ts')
      const { runContext, systemIds } = await import('./actor.ts')
      const atOnce = Number(concurrency)
      if (!Number.isInteger(atOnce) || atOnce < 1) {
        io.err('--concurrency takes a whole number from 1.\n')
        return EXIT.wrongUse
      }
      return withMuster(
        io,
        { data, applicationName: WORKER_NAME, schoolsAtOnce: atOnce, stopsItself: true },
        async ({ database, settings: { mail, publicUrl } }) => {
          const worker = await parts.startWorker({
            database,
            concurrency: atOnce,
            context: runContext(database.server.key, mail !== null),
            mail: mail && { server: mail, publicUrl },
            log: jsonLog((line) => io.err(`${line}\n`), systemIds.clock),
          })
          io.out('The worker waits for runs. Ctrl+C stops it.\n')
          if (!io.stopped.aborted) await new Promise((resolve) => io.stopped.addEventListener('abort', resolve, { once: true }))
          await worker.stop()
          return EXIT.done
        },
      )
    }),
  )
}

import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { type Settings, VERSION } from '../config/index.ts'
import { DATA_OPTION, exits, failed } from './command.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import type { Parts, RunningServer } from './parts.ts'
import type { Muster } from './with-muster.ts'

interface StartOptions {
  readonly data?: string
  readonly port?: string
}

export function registerStart(program: Command, io: Io, parts: Parts): void {
  const command = program.command('start').description('serve Muster until it is stopped (Ctrl+C)')
  command.option(...DATA_OPTION).option('--port <number>', 'where to listen (PORT counts without it)')
  command.action(exits(program, (options: StartOptions) => start(options, io, parts)))
}

async function start(options: StartOptions, io: Io, parts: Parts): Promise<ExitCode> {
  const { withMuster } = await import('./with-muster.ts')
  io.out(`Muster ${VERSION}: opening the database ...\n`)
  return withMuster(io, { ...options, applicationName: 'muster start', stopsItself: true }, (muster) => serve(muster, io, parts))
}

async function serve(muster: Muster, io: Io, parts: Parts): Promise<ExitCode> {
  const { isUp } = await import('../db/index.ts')
  const { host, port } = muster.settings
  const setUpCode = randomBytes(16).toString('base64url')
  const server = await parts.startServer({ host, port, setUpCode, isDatabaseUp: () => isUp(muster.database) })
  if (!server.ok) return failed(io, server.failure)
  sayWhere(io, urlOf(muster.settings, server.value), setUpCode)
  if (!io.stopped.aborted) await new Promise((resolve) => io.stopped.addEventListener('abort', resolve, { once: true }))
  io.out('stopping ...\n')
  await server.value.close()
  io.out('stopped\n')
  return EXIT.done
}

/** Port 0 became a real one. */
function urlOf({ publicUrl }: Settings, { port }: RunningServer): string {
  return publicUrl.replace(/:0$/, `:${port}`)
}

function sayWhere(io: Io, url: string, setUpCode: string): void {
  io.out(`Muster is listening on ${url}\n`)
  io.out(`Set it up here (the link holds until Muster stops): ${url}/setup/${setUpCode}\n`)
  io.out('Ctrl+C stops it.\n')
}

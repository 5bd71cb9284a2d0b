import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { VERSION } from '../config/index.ts'
import type { Queue } from '../jobs/index.ts'
import { DATA_OPTION, exits, failed } from './command.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import type { Parts, ServerOptions } from './parts.ts'
import type { Muster } from './with-muster.ts'

interface StartOptions {
  readonly data?: string
  readonly port?: string
}

/** Pages and a run at the same time. */
const SCHOOLS_AT_ONCE = 6

export function registerStart(program: Command, io: Io, parts: Parts): void {
  const command = program.command('start').description('serve Muster until it is stopped (Ctrl+C)')
  command.option(...DATA_OPTION).option('--port <number>', 'where to listen (PORT counts without it)')
  command.action(exits(program, (options: StartOptions) => start(options, io, parts)))
}

async function start(options: StartOptions, io: Io, parts: Parts): Promise<ExitCode> {
  const { withMuster } = await import('./with-muster.ts')
  io.out(`Muster ${VERSION}: opening the database ...\n`)
  const opening = { ...options, applicationName: 'muster start', schoolsAtOnce: SCHOOLS_AT_ONCE, stopsItself: true }
  return withMuster(io, opening, (muster) => serve(muster, io, parts))
}

/** Serves pages and, in the same process, carries on the runs that people start there. */
async function serve(muster: Muster, io: Io, parts: Parts): Promise<ExitCode> {
  const { jsonLog } = await import('../kernel/index.ts')
  const { runContext, systemIds } = await import('./actor.ts')
  const { resumeRuns } = await import('./start/resume-runs.ts')
  const {
    database,
    settings: { mail },
  } = muster
  const log = jsonLog((line) => io.err(`${line}\n`), systemIds.clock)
  const queue = onDemand(async () => (await import('../jobs/index.ts')).openQueue(database.server, 'muster queue', log))
  const setUpCode = randomBytes(16).toString('base64url')
  const carryOn: ServerOptions['services']['carryOn'] = async (job) => (await queue.get()).send([job])
  const { readRefusedPasswords } = await import('../access/index.ts')
  const refused = readRefusedPasswords(muster.settings.refusedPasswordsFile)
  if (!refused.ok) return failed(io, refused.failure)
  const server = await parts.startServer(await serverOptions(muster, { log, setUpCode, carryOn, refusedPasswords: refused.value }))
  if (!server.ok) return failed(io, server.failure)
  io.out(await welcome(muster, server.value.url, setUpCode))
  const worker = await parts.startWorker({
    database,
    concurrency: 1,
    context: runContext(database.server.key, mail !== null),
    log,
    mail: mail && { server: mail, publicUrl: server.value.url },
  })
  await resumeRuns(database, queue.get)
  if (!io.stopped.aborted) await new Promise((resolve) => io.stopped.addEventListener('abort', resolve, { once: true }))
  io.out('stopping ...\n')
  await Promise.all([server.value.close(), worker.stop()])
  await queue.stop()
  io.out('stopped\n')
  return EXIT.done
}

/** A queue that is opened when the first run is sent: to open one takes longer than to serve the first page. */
function onDemand(open: () => Promise<Queue>): { get(): Promise<Queue>; stop(): Promise<void> } {
  let queue: Promise<Queue> | undefined
  const get = (): Promise<Queue> => {
    queue ??= open()
    return queue
  }
  return { get, stop: async () => (await queue)?.stop() }
}

type Own = Pick<ServerOptions, 'log'> & Pick<ServerOptions['services'], 'setUpCode' | 'carryOn' | 'refusedPasswords'>

async function serverOptions({ database, settings }: Muster, { log, ...own }: Own): Promise<ServerOptions> {
  const { isUp } = await import('../db/index.ts')
  const { systemIds } = await import('./actor.ts')
  const { host, port, publicUrl, trustedProxies, uploadBytesMax, mail } = settings
  const { key } = database.server
  return {
    ...{ host, port, trustedProxies, log },
    isDatabaseUp: () => isUp(database),
    services: {
      ...{ database, ids: systemIds, key, publicUrl, uploadBytesMax, sendsMail: mail !== null, ...own },
      makeMadeUpSchool: async (...wanted) => (await import('./made-up/make-made-up-school.ts')).makeMadeUpSchool(database, ...wanted),
    },
  }
}

/** Where to go on: to set-up while nobody has an account, else to sign in. */
async function welcome({ database }: Muster, url: string, setUpCode: string): Promise<string> {
  const { sessionDetails } = await import('../access/index.ts')
  const { setUp } = await sessionDetails(database, null)
  const open =
    setUp === 'needed' ? `Open ${url}/setup/${setUpCode} to set it up (the link holds until Muster stops).` : `Open ${url} to sign in.`
  return `Muster is listening on ${url}\n${open}\nCtrl+C stops it.\n`
}

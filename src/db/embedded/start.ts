import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCluster } from './cluster.ts'
import { type Admin, connectIfRunning, type Presence } from './connection.ts'
import { codeOf } from './files.ts'
import { underLockFile } from './lock-file.mjs'
import { findPlace, type Place } from './place.ts'
import { forgetServerThatIsGone, type Launched, launchServer, stopServer } from './server.ts'

export interface EmbeddedOptions {
  /** The data folder; made when it is missing. */
  readonly dataDir: string
  /** Told about anything that takes time. */
  readonly log: (line: string) => void
}

/** The embedded PostgreSQL server of a data folder, while this process uses it. Has a lifetime: stop it. */
export interface Embedded {
  readonly admin: Admin
  /** True when the server was running already. */
  readonly reused: boolean
  /** Says that this process needs the server no more: the last one stops it. Close your own connections first. */
  stop(): Promise<void>
}

const START_SECONDS_MAX = 120
const POLL_MILLISECONDS = 20
const RELAUNCH_MILLISECONDS = 500

/**
 * Starts the PostgreSQL server of a data folder, or joins the one that runs; makes the cluster the first time. Any number
 * of processes may do so at once: they wait for each other. Throws, with a cure in the message, where it cannot be started.
 */
export async function startEmbedded({ dataDir, log }: EmbeddedOptions): Promise<Embedded> {
  makeFolder(dataDir)
  return underLock({ dataDir, log }, async () => {
    const place = findPlace(dataDir, log)
    const running = await connectIfRunning(place)
    const presence = running ?? (await start(place))
    return { admin: presence.admin, reused: running !== undefined, stop: () => stop({ dataDir, log }, place, presence) }
  })
}

async function start(place: Place): Promise<Presence> {
  await ensureCluster(place)
  const deadline = performance.now() + START_SECONDS_MAX * 1000
  let server = launchServer(place)
  while (performance.now() < deadline) {
    const presence = await connectIfRunning(place)
    if (presence) return presence
    await sleep(POLL_MILLISECONDS)
    if (server.hasEnded()) server = await launchAgain(place, server)
  }
  throw new Error(`PostgreSQL is not ready after ${START_SECONDS_MAX} s: ${server.lastWords()}`)
}

/** A server of a killed process may still be going down, or have died in its sleep. Any other end is final. */
async function launchAgain(place: Place, ended: Launched): Promise<Launched> {
  if (!ended.metAnother()) throw new Error(`PostgreSQL did not start: ${ended.lastWords()}`)
  forgetServerThatIsGone(place)
  await sleep(RELAUNCH_MILLISECONDS)
  return launchServer(place)
}

/** Under the same lock as a start: nobody joins a server that is being stopped. */
async function stop(options: EmbeddedOptions, place: Place, presence: Presence): Promise<void> {
  await underLock(options, async () => {
    let others = await presence.end()
    if (others === 'server gone') others = (await (await connectIfRunning(place))?.end()) ?? others // it may have come back
    if (others === 'nobody') await stopServer(place)
    if (others === 'others') options.log('other processes use the database: it keeps running')
  })
}

function underLock<Value>({ dataDir, log }: EmbeddedOptions, work: () => Promise<Value>): Promise<Value> {
  const onWait = (pid: number) => log(`waiting for another Muster that is starting the database (process ${pid})`)
  return underLockFile({ file: path.join(path.resolve(dataDir), 'database.lock'), secondsMax: START_SECONDS_MAX, onWait }, work)
}

function makeFolder(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK)
  } catch (cause) {
    throw new Error(
      `The data folder ${path.resolve(dataDir)} cannot be used (${codeOf(cause)}). Choose a folder you may write to with --data DIR or DATA_DIR, or set DATABASE_URL to use a PostgreSQL server.`,
      { cause },
    )
  }
}

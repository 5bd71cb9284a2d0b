import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { giveTo } from './account.ts'
import { SOCKET_PORT } from './connection.ts'
import { readIfThere } from './files.ts'
import { isAlive } from './lock-file.mjs'
import type { Place } from './place.ts'
import { cleanEnvironment, runProgram } from './run-program.ts'

/** A server process that this process has launched. */
export interface Launched {
  /** True when it ended, for whatever reason. */
  hasEnded(): boolean
  /** How it ended and the end of its log. */
  lastWords(): string
  /** True when it ended because an older server of the same cluster is still there or going down. */
  metAnother(): boolean
}

const LOG_BYTES_MAX = 5_000_000
/** What a socket's address holds on every system, with its final zero. */
const SOCKET_PATH_BYTES_MAX = 103
const SHORT_SOCKET_PREFIX = 'muster-'

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // errors, their details and their statements carry names and e-mail addresses: only the server's own messages are logged
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
}

/** Launches the server. It outlives this process, so that a killed owner does not take the database from the others. */
export function launchServer(place: Place): Launched {
  const logFile = path.join(place.root, 'postgres.log')
  const isBig = (fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX
  const out = fs.openSync(logFile, isBig ? 'w' : 'a', 0o600) // a file, not a pipe: a pipe would end with its reader
  const from = fs.fstatSync(out).size
  const settings = Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const words = ['-D', place.data, '-k', socketFolder(place), '-p', String(SOCKET_PORT), ...settings]
  const child = spawn(path.join(place.native, 'bin', 'postgres'), words, {
    ...place.account,
    env: cleanEnvironment(place.root),
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  child.unref()
  let end: string | undefined
  child.on('error', (error) => {
    end = error.message
  })
  child.on('exit', (code, signal) => {
    end ??= `exit ${code ?? signal}`
  })
  const said = () => readIfThere(logFile).slice(from)
  return {
    hasEnded: () => end !== undefined,
    lastWords: () => `${end ?? 'still starting'}. ${said().slice(-2000)}`.trim(),
    metAnother: () => /lock file "[^"]+" already exists|pre-existing shared memory block/.test(said()),
  }
}

/** Stops the server, whoever started it. Open transactions are rolled back. */
export async function stopServer(place: Place): Promise<void> {
  const pidFile = path.join(place.data, 'postmaster.pid')
  const socket = readIfThere(pidFile).split('\n')[4]
  if (socket === undefined) return
  try {
    await runProgram(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '60', '-s'])
  } catch (error) {
    if (isAlive(Number.parseInt(readIfThere(pidFile), 10))) throw error // else it had stopped, or was killed
  }
  if (path.basename(socket).startsWith(SHORT_SOCKET_PREFIX)) fs.rmSync(socket, { recursive: true, force: true })
}

/**
 * Removes the pid file of a server that is gone and whose pid now belongs to some other program, which happens when a
 * container is killed and started again. PostgreSQL itself takes any living process of its account for the old server.
 */
export function forgetServerThatIsGone(place: Place): void {
  const file = path.join(place.data, 'postmaster.pid')
  const name = readIfThere(`/proc/${Number.parseInt(readIfThere(file), 10)}/comm`).trim()
  if (name !== '' && name !== 'postgres') fs.rmSync(file, { force: true })
}

/** Beside the data; under the system's temporary folder only where the path would be too long for a socket. */
function socketFolder({ root, account }: Place): string {
  const wanted = path.join(root, 'run')
  const isShort = Buffer.byteLength(path.join(wanted, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_BYTES_MAX
  const folder = isShort ? wanted : fs.mkdtempSync(path.join(os.tmpdir(), SHORT_SOCKET_PREFIX))
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(account, folder)
  return folder
}

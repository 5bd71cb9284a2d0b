import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const MUSTER = path.resolve(import.meta.dirname, '../../bin/muster.mjs')

/** A `muster` of its own process. Has a lifetime: kill it, or wait for its end. */
export interface MusterProcess {
  readonly child: ChildProcess
  /** What it has written so far, both outputs. */
  said(): string
  /** Resolves once this has been written; rejects when the process ends without. */
  says(text: string): Promise<void>
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
  /** `kill -9`, and its end. */
  kill(): Promise<void>
}

/** Starts the built command, which `npm test` has built. */
export function startMuster(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): MusterProcess {
  // biome-ignore lint/style/noProcessEnv: what any program needs to run at all
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, ...environment }
  const child = spawn(process.execPath, [MUSTER, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      process.off('exit', killWithUs)
      resolve({ code, ...written })
    })
  })
  const said = () => written.out + written.err
  return {
    child,
    said,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => said().includes(text) && resolve()
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
        child.on('close', () => reject(new Error(`ended without saying "${text}": ${said()}`)))
        look()
      }),
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

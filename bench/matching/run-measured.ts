import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Usage } from './engine.ts'

const SECONDS_MAX = 900
const COMPLAINT_LENGTH = 300
const REPORT_USAGE = path.join(import.meta.dirname, 'peers/report-usage.cjs')

/** Runs a Node script as a process of its own in a folder. */
export function runNode(words: readonly string[], folder: string): Promise<Usage> {
  return runMeasured([process.execPath, '--require', REPORT_USAGE, ...words], folder)
}

/** Runs a program that tells on file descriptor 3 what it has used. Throws when it fails or takes too long. */
export async function runMeasured([program = '', ...words]: readonly string[], folder: string): Promise<Usage> {
  const since = performance.now()
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: SECONDS_MAX * 1000 })
  const told = child.stdio[3]
  if (!child.stderr || !told || !('read' in told)) throw new Error('pipes were asked for')
  const ended = new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message)).on('close', (code, signal) => resolve(code ?? signal ?? 'ended'))
  })
  const [complaints, usage, code] = await Promise.all([text(child.stderr), text(told), ended])
  const seconds = (performance.now() - since) / 1000
  if (code === 'SIGTERM') throw new Error(`not done after ${SECONDS_MAX} s`)
  if (code !== 0) throw new Error(`ended with ${code}: ${complaints.trim().slice(-COMPLAINT_LENGTH).replace(/\s+/g, ' ')}`)
  const { cpuSeconds, peakMb } = JSON.parse(usage) as Omit<Usage, 'seconds'> // written by peers/report-usage.cjs and peers/measured.py
  return { seconds, cpuSeconds, peakMb }
}

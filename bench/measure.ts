import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** One line of the table. */
export interface Figure {
  readonly what: string
  readonly measured: string
  /** What the issue asks for; empty where it asks nothing. */
  readonly asked: string
  readonly isMet: boolean
}

export interface ProcessFigures {
  readonly seconds: number
  /** Largest resident set of the Node process, in MB (VmHWM). */
  readonly nodeMb: number
  readonly exitCode: number
  readonly out: string
}

/** Linux counts processor time for us in hundredths, on every machine it is built for. */
const TICKS_A_SECOND = 100
const MAIN = path.resolve('dist/server/main.js')

/** Runs `muster …` as its users do, as a process of its own, and watches its memory. */
export async function runProduct(argv: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<ProcessFigures> {
  const since = performance.now()
  const child = startProduct(argv, environment)
  let out = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
  })
  let nodeMb = 0
  const watch = setInterval(() => {
    nodeMb = Math.max(nodeMb, peakMb(child.pid ?? 0))
  }, 10)
  const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  clearInterval(watch)
  return { seconds: (performance.now() - since) / 1000, nodeMb, exitCode, out }
}

export function startProduct(argv: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  // biome-ignore lint/style/noProcessEnv: a child gets its parent's environment
  return spawn(process.execPath, [MAIN, ...argv], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
}

export interface ClusterFigures {
  /** The proportional memory of all its processes: shared pages are counted once. */
  readonly mb: number
  /** Processor time since the server started, of processes that have ended as well. */
  readonly cpuSeconds: number
}

/** The proportional memory of all PostgreSQL processes of a data folder, in MB: shared pages are counted once. */
export function postgresMb(dataFolder: string): number {
  return clusterFigures(path.join(fs.realpathSync(dataFolder), 'pg18')).mb
}

/** What all processes of a PostgreSQL server use, found by the cluster's folder. */
export function clusterFigures(cluster: string): ClusterFigures {
  const master = Number(readIfThere(path.join(cluster, 'postmaster.pid')).split('\n')[0])
  const mine = fs.readdirSync('/proc').filter((it) => /^\d+$/.test(it) && (Number(it) === master || parentOf(it) === master))
  const kilobytes = mine.map((pid) => Number(/Pss:\s+(\d+)/.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  const ended = ticksOf(master).slice(2)
  const running = mine.flatMap((pid) => ticksOf(Number(pid)).slice(0, 2))
  return { mb: Math.round(sum(kilobytes) / 1024), cpuSeconds: sum([...ended, ...running]) / TICKS_A_SECOND }
}

/** Processor time of a running process. */
export function cpuSecondsOf(pid: number): number {
  return sum(ticksOf(pid).slice(0, 2)) / TICKS_A_SECOND
}

/** A folder of this bench's own, gone at the end of the process. */
export function temporaryFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `muster-bench-${name}-`))
  fs.chmodSync(folder, 0o755)
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function figure(what: string, value: number, unit: 's' | 'MB' | 'ms', max?: number): Figure {
  const digits = unit === 's' ? 2 : 0
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    asked: max === undefined ? '' : `≤ ${max} ${unit}`,
    isMet: max === undefined || value <= max,
  }
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function peakMb(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)
}

function parentOf(pid: string): number {
  return Number(/PPid:\s+(\d+)/.exec(readIfThere(`/proc/${pid}/status`))?.[1])
}

/** Of its own, user and system; of its ended children, user and system. Empty when it is not there. */
function ticksOf(pid: number): number[] {
  const afterName = readIfThere(`/proc/${pid}/stat`).split(') ')[1]
  return afterName === undefined ? [] : afterName.split(' ').slice(11, 15).map(Number)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, it) => total + it, 0)
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

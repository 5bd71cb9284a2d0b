import type { Environment } from '../config/index.ts'

/** How a command ended. 2 is also what a mistyped command line gives; 3 says that a guard holds changes for a person. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, held: 3 } as const

/** One of the exit codes of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A command's world: what it may read, where it may write, and when it should end. A test hands in its own. */
export interface Io {
  /** Standard output: what the caller asked for. Takes whole texts, line ends included. */
  out(text: string): void
  /** Standard error: progress, warnings and failures. */
  err(text: string): void
  /** Standard error where it is a terminal that a person watches, for progress bars; null otherwise. */
  readonly terminal: NodeJS.WriteStream | null
  readonly environment: Environment
  /** Aborted when the process is asked to stop (Ctrl+C, SIGTERM). */
  readonly stopped: AbortSignal
}

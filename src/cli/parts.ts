import type { Problem, Result } from '../kernel/index.ts'

/** What a command line needs and may not build itself: handed in by main.ts. */
export interface Parts {
  startServer(options: ServerOptions): Promise<Result<RunningServer, Problem>>
}

export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Opens the set-up page at /setup/<code>. */
  readonly setUpCode: string
  readonly isDatabaseUp: () => Promise<boolean>
}

/** A server that listens. Has a lifetime: close it. */
export interface RunningServer {
  readonly port: number
  /** Ends when the requests that came in have their answers. */
  close(): Promise<void>
}

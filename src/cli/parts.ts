import type { Problem, Result } from '../kernel/index.ts'
import type { WorkOptions } from '../runs/index.ts'

/** What a command line needs and may not build itself: handed in by main.ts. */
export interface Parts {
  startServer(options: ServerOptions): Promise<Result<RunningServer, Problem>>
  startWorker(options: WorkOptions): Promise<RunningWorker>
}

/** How the server is to listen, and what it asks. */
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

/** A worker that waits for runs. Has a lifetime: stop it. */
export interface RunningWorker {
  /** Ends when the runs it has begun are done. */
  stop(): Promise<void>
}

import type { RefusedPasswords } from '../access/index.ts'
import type { SCENARIO_IDS } from '../contract/index.ts'
import type { Database } from '../db/index.ts'
import type { RunJob } from '../jobs/index.ts'
import type { Log, Problem, Result } from '../kernel/index.ts'
import type { WorkOptions } from '../runs/index.ts'
import type { IdSource, School } from '../schools/index.ts'
import type { Vocabulary } from '../wording/index.ts'

/** What a command line needs and may not build itself: handed in by main.ts. */
export interface Parts {
  startServer(options: ServerOptions): Promise<Result<RunningServer, Problem>>
  startWorker(options: WorkOptions): Promise<RunningWorker>
}

/** How the server is to listen, and what it works with. */
export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly services: ServerServices
  readonly isDatabaseUp: () => Promise<boolean>
  readonly log: Log
  /** Proxies whose word about a caller's address counts. */
  readonly trustedProxies: string
}

type ScenarioId = (typeof SCENARIO_IDS)[number]

/** What the server's actions take. */
export interface ServerServices {
  readonly database: Database
  readonly ids: IdSource
  /** The installation's key. */
  readonly key: Uint8Array
  /** Without a slash at its end; port 0 becomes the real one. */
  readonly publicUrl: string
  /** Opens set-up while nobody has an account. */
  readonly setUpCode: string
  readonly uploadBytesMax: number
  /** Passwords that nobody may use. */
  readonly refusedPasswords: RefusedPasswords
  /** A mail server is set. */
  readonly sendsMail: boolean
  carryOn(job: RunJob): Promise<void>
  makeMadeUpSchool(scenario: ScenarioId, vocabulary: Vocabulary): Promise<School>
}

/** A server that listens. Has a lifetime: close it. */
export interface RunningServer {
  readonly port: number
  /** Where people reach it. */
  readonly url: string
  /** Ends when the requests that came in have their answers. */
  close(): Promise<void>
}

/** A worker that waits for runs. Has a lifetime: stop it. */
export interface RunningWorker {
  /** Ends when the runs it has begun are done. */
  stop(): Promise<void>
}

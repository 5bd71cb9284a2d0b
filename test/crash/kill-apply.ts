import { setTimeout as sleep } from 'node:timers/promises'
import { startMuster } from '../support/process.ts'
import type { Depth, Watch } from './watch-apply.ts'

/** When a process is killed. */
export type When =
  /** So long after its plan was ready. */
  | { readonly afterMilliseconds: number; readonly isFrozenFirst: boolean }
  /** While its transaction waits to write to this table. */
  | { readonly waitingFor: string }

export interface Killed {
  /** How deep in the transaction of the apply it was when it was killed; null where nobody looked. */
  readonly depth: Depth | null
  /** What the run was afterwards, when the server had noticed. */
  readonly state: string | undefined
}

export interface Victim {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The external id of the school that it syncs. */
  readonly school: string
}

const APPLICATION = 'muster sync'

/**
 * Starts a sync and kills it with `kill -9` while it applies its plan. A process that is frozen first (SIGSTOP) can be looked
 * at before it dies, so that where it was is known and not guessed.
 */
export async function killApply(watch: Watch, victim: Victim, when: When): Promise<Killed> {
  const letGo = 'waitingFor' in when ? await watch.block(when.waitingFor) : async () => {}
  const muster = startMuster(victim.words, victim.environment)
  const ended = muster.ended.then(({ code, err }) => {
    if (code !== null && code !== 0) throw new Error(`the sync failed by itself: ${err}`)
  })
  ended.catch(() => {}) // looked at below
  await Promise.race([watch.untilState(victim.school, 'ready'), ended])
  if ('waitingFor' in when) await watch.untilItWaits(APPLICATION)
  else await sleep(when.afterMilliseconds) // the point of the test: a moment that nobody chose
  const looksFirst = 'waitingFor' in when || when.isFrozenFirst
  if (looksFirst) muster.child.kill('SIGSTOP')
  const depth = looksFirst ? await watch.depth(APPLICATION) : null
  await muster.kill()
  await letGo()
  await watch.untilGone(APPLICATION)
  return { depth, state: await watch.runState(victim.school) }
}

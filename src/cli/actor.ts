import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { type Actor, operator } from '../permission/index.ts'
import type { RunContext } from '../runs/index.ts'
import type { IdSource } from '../schools/index.ts'

/** Real time and real random numbers. */
export const systemIds: IdSource = { clock: () => new Date(), random: (count) => randomBytes(count) }

/** Whoever typed the command, by the name of their account on this machine. */
export function commandActor(): Actor {
  return operator(accountName())
}

/** What carrying a run on takes. Nobody watches its steps here: commands look at where runs stand. */
export function runContext(key: Uint8Array, sendsMail = false): RunContext {
  return { ids: systemIds, key, sendsMail, onStep: async () => {} }
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown') // an account without an entry in /etc/passwd
  }
}

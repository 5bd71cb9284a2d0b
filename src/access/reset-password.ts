import { type Database, inInstallation } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { MailSource } from '../outbox/index.ts'
import { type IdSource, newId } from '../schools/index.ts'
import { findAccount, updatePassword } from './accounts.store.ts'
import type { LinkTools } from './mail-content.ts'
import type { AccountTools } from './my-account.ts'
import { noteOwnEvent } from './note-event.ts'
import { claimReset, endResetMail, findReset, insertReset, takeReset } from './password-resets.store.ts'
import { newPasswordHash } from './password-rules.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import { linkToken, tokenHash } from './secret.ts'
import { deleteSessionsOf } from './sessions.store.ts'
import { forgetTries } from './sign-in-failures.store.ts'

/** Owes whoever has this address a link to set a new password. What comes back says nothing about whether anybody has. */
export async function askForReset(database: Database, ids: IdSource, email: string): Promise<void> {
  const id = newId(ids)
  const hash = tokenHash(linkToken(database.server.key, id))
  if (hash === null) throw new Error('A new token is not of its own form.')
  await inInstallation(database, async (tx) => {
    const account = await findAccount(tx, email)
    if (account !== undefined) await insertReset(tx, { id, accountId: account.id, tokenHash: hash }, ids.clock())
  })
}

/** Whose password a link sets, for who holds it. One that was used, ran out or never was gives the same answer. */
export async function readReset(database: Database, ids: IdSource, token: string): Promise<Result<{ readonly email: string }, Problem>> {
  const hash = tokenHash(token)
  const found = hash === null ? undefined : await inInstallation(database, (tx) => findReset(tx, hash, ids.clock()))
  return found === undefined ? fail(problem('password_reset.not_found')) : ok({ email: found.account.email })
}

/** Sets the new password, once. Every session of the account ends, and so does the wait after wrong tries. */
export async function finishReset(
  { database, ids, refusedPasswords }: AccountTools,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<undefined, Problem | Refusal>> {
  const found = await readReset(database, ids, token)
  const hash = tokenHash(token)
  if (!found.ok || hash === null) return fail(problem('password_reset.not_found'))
  const made = await newPasswordHash(refusedPasswords, { password, email: found.value.email })
  if (!made.ok) return fail(refuseFields(made.failure, ['password']))
  return inInstallation(database, async (tx) => {
    const reset = await findReset(tx, hash, ids.clock())
    if (reset === undefined || !(await takeReset(tx, reset.id, ids.clock()))) return fail(problem('password_reset.not_found'))
    const { id: accountId, email } = reset.account
    await updatePassword(tx, accountId, made.value, null)
    await deleteSessionsOf(tx, accountId)
    await forgetTries(tx, email)
    await noteOwnEvent(tx, ids, accountId, 'password_reset')
    return ok(undefined)
  })
}

/** The links to set a new password, as letters that wait. */
export function resetMails(database: Database, { ids, key, publicUrl }: LinkTools): MailSource {
  return {
    claim: async () => {
      const claimed = await inInstallation(database, (tx) => claimReset(tx, ids.clock()))
      if (claimed === undefined) return undefined
      const { id, account, attempts } = claimed
      const content = { kind: 'password_reset', vocabulary: 'en-GB', link: `${publicUrl}/reset/${linkToken(key, id)}`, params: {} } as const
      return { id, address: account.email, attempts, content }
    },
    end: ({ id }, ending) => inInstallation(database, (tx) => endResetMail(tx, id, ending)),
  }
}

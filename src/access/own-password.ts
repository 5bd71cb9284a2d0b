import type { Tx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { IdSource } from '../schools/index.ts'
import { type AccountWithPassword, updatePassword } from './accounts.store.ts'
import { noteOwnEvent } from './note-event.ts'
import { newPasswordHash } from './password-rules.ts'
import { type Refusal, refuseFields } from './refusal.ts'
import type { RefusedPasswords } from './refused-passwords.ts'

interface Tools {
  readonly ids: IdSource
  readonly refusedPasswords: RefusedPasswords
}

/**
 * The hash of the password that is to take the place of a temporary one; null where the account has its own. A temporary one
 * that has expired opens nothing, and one that has not, nothing but this.
 */
export async function ownPassword(
  { ids, refusedPasswords }: Tools,
  { passwordExpiresAt, email }: AccountWithPassword,
  { password, newPassword }: { readonly password: string; readonly newPassword?: string | undefined },
): Promise<Result<string | null, Problem | Refusal>> {
  if (passwordExpiresAt === null) return ok(null)
  if (passwordExpiresAt <= ids.clock()) return fail(problem('session.password_expired'))
  if (newPassword === undefined) return fail(problem('session.password_change_needed'))
  if (newPassword.normalize('NFKC') === password.normalize('NFKC'))
    return fail(refuseFields(problem('account.password_same'), ['newPassword']))
  const made = await newPasswordHash(refusedPasswords, { password: newPassword, email })
  return made.ok ? made : fail(refuseFields(made.failure, ['newPassword']))
}

/** Keeps a password as the account's own. */
export async function keepOwnPassword(
  tx: Tx,
  ids: IdSource,
  { accountId, passwordHash }: { readonly accountId: string; readonly passwordHash: string },
): Promise<void> {
  await updatePassword(tx, accountId, passwordHash, null)
  await noteOwnEvent(tx, ids, accountId, 'password_changed')
}

import { passwordSchema } from '../contract/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { foldEmail } from './fold-email.ts'
import { hashPassword } from './password.ts'
import { foldPassword, type RefusedPasswords } from './refused-passwords.ts'

const PASSWORD_LENGTH_MIN = passwordSchema.minLength ?? 0

/** A password that somebody wants from now on, and the address they sign in with. */
export interface WantedPassword {
  readonly password: string
  readonly email: string
}

/**
 * The hash of a password that may be used: wherever one is set, here it is made. It is long enough, on no list of well-known
 * ones, and not the address itself (NIST SP 800-63B, 3.1.1.2).
 */
export async function newPasswordHash(refused: RefusedPasswords, { password, email }: WantedPassword): Promise<Result<string, Problem>> {
  if (!passwordSchema.safeParse(password).success)
    return fail(problem('account.password_short', { params: { lengthMin: PASSWORD_LENGTH_MIN } }))
  if (foldEmail(password) === foldEmail(email)) return fail(problem('account.password_is_email'))
  if ((await refused()).has(foldPassword(password))) return fail(problem('account.password_common'))
  return ok(await hashPassword(password))
}

import { askForReset } from '../../../access/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/password-resets` */
export const askForPasswordReset: Handler<'passwordReset.ask'> = async ({ body }, { database, ids, sendsMail }) => {
  if (!sendsMail) return fail(problem('password_reset.no_mail_server'))
  await askForReset(database, ids, body.email)
  return ok(undefined)
}

import { readReset } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/password-resets/read`: the token is in the body, where no log of addresses keeps it. */
export const readPasswordReset: Handler<'passwordReset.read'> = ({ body }, { database, ids }) => readReset(database, ids, body.token)

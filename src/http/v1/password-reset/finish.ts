import { finishReset } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/password-resets/finish` */
export const finishPasswordReset: Handler<'passwordReset.finish'> = ({ body }, services) => finishReset(services, body)

import { checkSetUpCode } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/set-up/check` */
export const checkCode: Handler<'setUp.check'> = ({ body }, services) => checkSetUpCode(services, body.code)

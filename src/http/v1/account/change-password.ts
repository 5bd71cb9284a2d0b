import { changePassword } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'
import { ownerOf } from './owner.ts'

/** `PUT /v1/account/password` */
export const changeMyPassword: Handler<'account.changePassword'> = (call, services) => changePassword(services, ownerOf(call), call.body)

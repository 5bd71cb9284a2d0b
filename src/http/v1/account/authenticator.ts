import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'
import { ownerOf } from './owner.ts'

/** `POST /v1/account/authenticator` */
export const beginMyAuthenticator: Handler<'account.beginAuthenticator'> = (call, services) =>
  beginAuthenticator(services, ownerOf(call), call.body.present)

/** `POST /v1/account/authenticator/confirm` */
export const confirmMyAuthenticator: Handler<'account.confirmAuthenticator'> = (call, services) =>
  confirmAuthenticator(services, ownerOf(call), call.body.code)

/** `POST /v1/account/authenticator/remove` */
export const removeMyAuthenticator: Handler<'account.removeAuthenticator'> = (call, services) =>
  removeAuthenticator(services, ownerOf(call), call.body.present)

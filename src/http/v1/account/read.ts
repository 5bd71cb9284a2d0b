import { readMyAccount } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { ownerOf } from './owner.ts'

/** `GET /v1/account` */
export const readOwnAccount: Handler<'account.read'> = async (call, services) => ok(await readMyAccount(services, ownerOf(call)))

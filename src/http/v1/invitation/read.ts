import { readInvitation as read } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/invitations/read`: the token is in the body, where no log of addresses keeps it. */
export const readInvitation: Handler<'invitation.read'> = ({ body }, { database, ids }) => read(database, ids, body.token)

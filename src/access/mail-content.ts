import type { SchoolTx } from '../db/index.ts'
import { composeMail, type Mail, type MailContent, type MessageKind, maskedLink } from '../outbox/index.ts'
import { type IdSource, readSchool } from '../schools/index.ts'
import { namesOfActors } from './accounts.store.ts'
import { foldEmail } from './fold-email.ts'
import { findInvitationById, insertInvitation } from './invitations.store.ts'
import { listMembers } from './role-grants.store.ts'
import { linkToken, tokenHash } from './secret.ts'

const VALID_DAYS = 7

/** What links are made of. */
export interface LinkTools {
  readonly ids: IdSource
  /** The installation's key. */
  readonly key: Uint8Array
  /** Where people reach Muster, without a slash at the end. */
  readonly publicUrl: string
}

/** A message whose words and link are wanted. */
interface WantedMessage {
  readonly id: string
  readonly kind: MessageKind
  readonly address: string
  readonly invitationId: string | null
  readonly owedBy: string | null
}

/**
 * What a message of a school says when it is sent, with its link. New staff are invited at this moment, so that their days count
 * from the day they get the link (S-107). Null: nobody needs it any more.
 */
export async function contentOfMessage(tx: SchoolTx, message: WantedMessage, tools: LinkTools): Promise<MailContent | null> {
  const { id, kind, invitationId } = message
  if (kind === 'pupil_email_verification') return null
  if (kind === 'staff_invitation' && !(await inviteStaff(tx, message, tools))) return null
  const invitation = await findInvitationById(tx, invitationId ?? id, tools.ids.clock())
  if (invitation === undefined) return null
  const link = `${tools.publicUrl}/invite/${linkToken(tools.key, invitation.id)}`
  return contentWith(tx, { kind, link, by: invitation.invitedBy })
}

/** A message as it will be or was sent, with the secret part of its link hidden. Null: nothing sends this kind yet. */
export async function previewMessage(
  tx: SchoolTx,
  { kind, owedBy }: Pick<WantedMessage, 'kind' | 'owedBy'>,
  publicUrl: string,
): Promise<Mail | null> {
  if (kind === 'pupil_email_verification') return null
  return composeMail(await contentWith(tx, { kind, link: maskedLink(`${publicUrl}/invite/token`), by: owedBy ?? '' }))
}

async function contentWith(
  tx: SchoolTx,
  { kind, link, by }: { readonly kind: Exclude<MessageKind, 'pupil_email_verification'>; readonly link: string; readonly by: string },
): Promise<MailContent> {
  const { name, vocabulary } = await readSchool(tx)
  return { kind, vocabulary, link, params: { school: name, by: (await namesOfActors(tx, [by])).get(by) ?? name } }
}

/** Invites somebody whom a sync brought, as a teacher. False: they are in the team already. */
async function inviteStaff(tx: SchoolTx, { id, address, owedBy }: WantedMessage, { ids, key }: LinkTools): Promise<boolean> {
  const members = await listMembers(tx)
  if (members.some((it) => foldEmail(it.email) === foldEmail(address))) return false
  const [hash, at] = [tokenHash(linkToken(key, id)), ids.clock()]
  if (hash === null) throw new Error('A new token is not of its own form.')
  const expiresAt = new Date(at.getTime() + VALID_DAYS * 86_400_000)
  await insertInvitation(
    tx,
    { id, tokenHash: hash, email: address, role: 'teacher', expiresAt, invitedBy: owedBy ?? tx.scope.actor.id },
    at,
  )
  return true
}

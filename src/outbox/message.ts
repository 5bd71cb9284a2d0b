/** What a message is about: an account to be set up, an address to be verified, a team to join. */
export type MessageKind = 'staff_invitation' | 'pupil_email_verification' | 'team_invitation'

/** Where a message stands. */
export type MessageState = 'held' | 'queued' | 'sending' | 'sent' | 'bounced' | 'failed' | 'dropped'

/**
 * Why a message waits: nothing can send it, nobody real would receive it (D32), its link opens nothing yet, or somebody holds it
 * back.
 */
export type HeldBecause = 'no_mail_server' | 'made_up_school' | 'not_ready' | 'by_hand'

/**
 * Why a message was not delivered: the mail server refuses the address, or the message; it did not take it for days; or Muster was
 * stopped while it handed it over, so that nobody knows whether it went.
 */
export type FailedBecause = 'address_refused' | 'refused' | 'gave_up' | 'interrupted'

/** A message that is owed to a person. */
export interface OwedMessage {
  /** UUID version 7. */
  readonly id: string
  readonly kind: Exclude<MessageKind, 'team_invitation'>
  readonly personId: string
  readonly address: string
}

/** A message as it stands. */
export interface Message {
  /** UUID version 7. */
  readonly id: string
  readonly kind: MessageKind
  /** Null: it is for somebody who is not in the directory, such as a member of the team. */
  readonly personId: string | null
  readonly address: string
  readonly runId: string | null
  readonly invitationId: string | null
  /** The actor for whom it is sent; null: nobody noted it. */
  readonly owedBy: string | null
  readonly state: MessageState
  readonly why: HeldBecause | FailedBecause | null
  readonly createdAt: Date
  /** Of a message that waits to be sent: not before this time. */
  readonly notBefore: Date | null
  readonly endedAt: Date | null
  /** What the mail server answered last, such as 550. */
  readonly replyCode: number | null
}

/** The address of a person as it is now; null: they have none any more. */
export interface NewAddress {
  readonly personId: string
  readonly address: string | null
}

/** What a message is about: an account to be set up, or an address to be verified. */
export type MessageKind = 'staff_invitation' | 'pupil_email_verification'

/** Why a message waits: nothing can send it, or nobody real would receive it (D32). */
export type HeldBecause = 'no_mail_server' | 'made_up_school'

/** A message that is owed to a person. */
export interface OwedMessage {
  /** UUID version 7. */
  readonly id: string
  readonly kind: MessageKind
  readonly personId: string
  readonly address: string
}

/** A message as it stands: held until a person drops it. Nothing sends messages yet. */
export interface Message extends OwedMessage {
  readonly runId: string | null
  readonly state: 'held' | 'dropped'
  readonly why: HeldBecause
  readonly createdAt: Date
}

/** The address of a person as it is now; null: they have none any more. */
export interface NewAddress {
  readonly personId: string
  readonly address: string | null
}

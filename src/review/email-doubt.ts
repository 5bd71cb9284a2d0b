import { foldName } from '../kernel/index.ts'

/** Why an address may not be the pupil's own: it reads like a parent's, or several people have it. */
export type EmailDoubt = 'parent' | 'shared'

/** Somebody with an address, as one source says it. */
export interface Addressed {
  readonly email: string
  /** Forenames and names known as, as they are written. */
  readonly forenames: readonly string[]
}

const FAMILY = /\b(parents?|mum|mummy|mom|mam|dad|daddy|mother|father|family|fam|carers?|guardians?|home)\b/u
/** Mailboxes that anybody can have: a school does not give them out. */
const PUBLIC_MAILBOXES = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.com live.co.uk msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com ' +
    'mac.com aol.com aol.co.uk btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com comcast.net verizon.net att.net sbcglobal.net ' +
    'cox.net protonmail.com proton.me gmx.com gmx.co.uk mail.com'
  ).split(' '),
)

/**
 * Says of a pupil's address why it may not be their own; null: nothing speaks against it. `isShared`: somebody else of the same
 * source or school has it too. A mailbox that anybody can have is a parent's unless the pupil's forename is in it.
 */
export function doubtEmail({ email, forenames }: Addressed, isShared: (folded: string) => boolean): EmailDoubt | null {
  const folded = email.trim().toLowerCase()
  const at = folded.lastIndexOf('@')
  if (at < 1) return null
  const [local, domain] = [foldName(folded.slice(0, at)), folded.slice(at + 1)]
  if (FAMILY.test(local)) return 'parent'
  if (isShared(folded)) return 'shared'
  if (!PUBLIC_MAILBOXES.has(domain)) return null
  const letters = local.replace(/\s/gu, '')
  const isOwn = forenames.some((name) =>
    foldName(name)
      .split(' ')
      .some((part) => part.length > 1 && letters.includes(part)),
  )
  return isOwn ? null : 'parent'
}

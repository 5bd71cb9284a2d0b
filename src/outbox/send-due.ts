import { acrossSchools, type Database, inSchool, type SchoolTx } from '../db/index.ts'
import type { Clock, Log } from '../kernel/index.ts'
import { allow, MAIL_SENDER, type SchoolScope } from '../permission/index.ts'
import { composeMail, type MailContent } from './compose-mail.ts'
import type { Handed, Mailer } from './senders/mailer.ts'
import { type ClaimedMessage, claimMessage, type Ending, endClaim, schoolsWithMail } from './sending.store.ts'

/** A letter that somebody has taken to hand it over, from wherever it is kept. */
export interface Claimed {
  readonly id: string
  readonly address: string
  readonly content: MailContent
  readonly attempts: number
}

/** Where letters wait. A letter that is claimed is claimed once. */
export interface MailSource {
  claim(): Promise<Claimed | undefined>
  end(claimed: Claimed, ending: Ending): Promise<void>
}

/** What sending takes. */
export interface SendOptions {
  readonly mailer: Mailer
  readonly perMinute: number
  readonly clock: Clock
  readonly log: Log
  /** Ends the sending after the letter that is on its way. */
  readonly stopped: AbortSignal
}

/** What a message says; null: nobody needs it any more, and it is dropped. */
export type ContentOf = (tx: SchoolTx, message: ClaimedMessage) => Promise<MailContent | null>

/** The waits between tries, in minutes: a server that is away for a day and a half is given up. */
const WAITS_MINUTES = [1, 5, 15, 60, 240, 720, 1_200]

/** Sends what is due in every school, and gives the sources that have something, so that the caller sends from its own too. */
export async function schoolSources(database: Database, contentOf: ContentOf, clock: Clock): Promise<readonly MailSource[]> {
  const schools = await acrossSchools(database, 'schools with e-mails that are due', (tx) => schoolsWithMail(tx, clock()))
  return schools.map((it) => schoolSource(database, scopeOf(it), { contentOf, clock }))
}

function schoolSource(
  database: Database,
  scope: SchoolScope,
  { contentOf, clock }: { readonly contentOf: ContentOf; readonly clock: Clock },
): MailSource {
  const next = () =>
    inSchool(database, scope, async (tx) => {
      const message = await claimMessage(tx, clock())
      if (message === undefined) return { claimed: undefined, isDropped: false }
      const content = await contentOf(tx, message)
      if (content === null) await endClaim(tx, message.id, { state: 'dropped' }, clock())
      return { claimed: content === null ? undefined : { ...message, content }, isDropped: content === null }
    })
  return {
    claim: async () => {
      let { claimed, isDropped } = await next()
      while (isDropped) ({ claimed, isDropped } = await next())
      return claimed
    },
    end: ({ id }, ending) => inSchool(database, scope, (tx) => endClaim(tx, id, ending, clock())),
  }
}

/** Sends from these sources until nothing is due, the mail server cannot be reached, or it is to stop. */
export async function sendFrom(sources: readonly MailSource[], options: SendOptions): Promise<void> {
  const { mailer, perMinute, clock, log, stopped } = options
  for (const source of sources) {
    while (!stopped.aborted) {
      const claimed = await source.claim()
      if (claimed === undefined) break
      const { id, address, content, attempts } = claimed
      const handed = await mailer.send({ ...composeMail(content), id, to: address })
      await source.end(claimed, endingOf(handed, attempts, clock()))
      log('an e-mail was handed over', { job: id, state: handed.outcome, ...(handed.code === null ? {} : { code: String(handed.code) }) })
      // the next would fare no better, and its tries are counted
      if (handed.outcome === 'later' && !isAboutLetter(handed)) return
      await new Promise((resolve) => setTimeout(resolve, 60_000 / perMinute))
    }
  }
}

/** A temporary answer about one letter has a code from 400; without any, or with that of a wrong password, nothing goes through. */
function isAboutLetter({ code }: Handed): boolean {
  return code !== null && code < 500
}

function endingOf({ outcome, code: replyCode }: Handed, attempts: number, at: Date): Ending {
  if (outcome === 'sent') return { state: 'sent' }
  if (outcome === 'bounced') return { state: 'bounced', why: 'address_refused', replyCode }
  if (outcome === 'refused') return { state: 'failed', why: 'refused', replyCode }
  const wait = WAITS_MINUTES[attempts - 1]
  if (wait === undefined) return { state: 'failed', why: 'gave_up', replyCode }
  return { state: 'queued', notBefore: new Date(at.getTime() + wait * 60_000), replyCode }
}

function scopeOf(schoolId: string): SchoolScope {
  const scope = allow(MAIL_SENDER, 'message.send', schoolId)
  if (!scope.ok) throw new Error(`E-mails may not be sent: ${scope.failure}.`)
  return scope.value
}

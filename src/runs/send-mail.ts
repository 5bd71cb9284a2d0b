import { contentOfMessage, type LinkTools, resetMails } from '../access/index.ts'
import type { MailServerSettings } from '../config/index.ts'
import type { Database } from '../db/index.ts'
import type { Log } from '../kernel/index.ts'
import { openMailer, schoolSources, sendFrom } from '../outbox/index.ts'

/** What sends e-mails: the mail server, and where links lead. */
export interface MailWork {
  readonly server: MailServerSettings
  /** Where people reach Muster, without a slash at the end. */
  readonly publicUrl: string
}

interface SenderOptions extends MailWork {
  readonly database: Database
  readonly ids: LinkTools['ids']
  readonly log: Log
}

/** What a worker does about e-mails. Has a lifetime: stop it before its last `send` is waited for. */
export interface MailSender {
  /** Sends everything that is due now: links for new passwords first, because somebody waits for them. */
  send(): Promise<void>
  stop(): void
}

/** Sends the e-mails of the installation and of all schools. Any number of processes may do this at a time. */
export function mailSender({ database, server, publicUrl, ids, log }: SenderOptions): MailSender {
  const mailer = openMailer(server)
  const stopping = new AbortController()
  const tools: LinkTools = { ids, key: database.server.key, publicUrl }
  const options = { mailer, perMinute: server.perMinute, clock: ids.clock, log, stopped: stopping.signal }
  return {
    send: async () => {
      const schools = await schoolSources(database, (tx, message) => contentOfMessage(tx, message, tools), ids.clock)
      await sendFrom([resetMails(database, tools), ...schools], options)
    },
    stop: () => {
      stopping.abort()
      mailer.close()
    },
  }
}

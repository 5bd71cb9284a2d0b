import fs from 'node:fs'
import { createTransport } from 'nodemailer'
import type { MailServerSettings } from '../../config/index.ts'
import type { Mail } from '../compose-mail.ts'

/** An e-mail with whom it is for. */
export interface Letter extends Mail {
  /** Makes the Message-ID: however often a letter is handed over, it stays one message. */
  readonly id: string
  readonly to: string
}

/**
 * What came of handing a letter over. `refused`: for good. `bounced`: for good, because of the address. `later`: the server,
 * or the way to it, cannot now. The code is the server's answer, such as 550; null: it gave none.
 */
export type Handed = { readonly outcome: 'sent' | 'refused' | 'bounced' | 'later'; readonly code: number | null }

/** Hands letters to the mail server. Has a lifetime: close it. */
export interface Mailer {
  send(letter: Letter): Promise<Handed>
  close(): void
}

/** How long the server may take for each step. */
const WAIT_MILLISECONDS = 30_000

/** Opens the way to the mail server; nothing is connected before the first letter. */
export function openMailer(server: MailServerSettings): Mailer {
  const { host, port, tls, caFile, login, from } = server
  const transport = createTransport({
    ...{ host, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(caFile === null ? {} : { tls: { ca: fs.readFileSync(caFile, 'utf8') } }),
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    ...{ connectionTimeout: WAIT_MILLISECONDS, greetingTimeout: WAIT_MILLISECONDS, socketTimeout: WAIT_MILLISECONDS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = /@([^<>\s@]+)>?$/.exec(from)?.[1] ?? 'muster.invalid'
  return {
    send: async ({ id, to, subject, text, html }) => {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, html, messageId: `<${id}@${domain}>` },
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return { outcome: 'sent', code: null }
      } catch (error) {
        return handedOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** What an error of the connection means for the letter. */
function handedOf(error: unknown): Handed {
  if (!(error instanceof Error)) throw error
  const [code, command] = [numberAt(error, 'responseCode'), 'command' in error ? String(error.command) : '']
  // an address that no mail can have never gets as far as the server
  if ('code' in error && error.code === 'EENVELOPE' && code === null) return { outcome: 'bounced', code }
  const isForGood = code !== null && code >= 500 && code < 600
  // what goes wrong before a letter is named, a wrong password too, says nothing about the letter
  if (!isForGood || !/^(MAIL FROM|RCPT TO|DATA)$/.test(command)) return { outcome: 'later', code }
  return { outcome: command === 'RCPT TO' ? 'bounced' : 'refused', code }
}

function numberAt(error: Error, name: 'responseCode'): number | null {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'number' ? value : null
}

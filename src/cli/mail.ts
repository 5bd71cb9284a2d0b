import type { Command } from 'commander'
import type { Handed } from '../outbox/index.ts'
import { exits, failed } from './command.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'

export function registerMail(program: Command, io: Io): void {
  const command = program.command('mail').description('send a test e-mail through the mail server of the settings')
  command.requiredOption('--to <address>', 'who gets the test e-mail')
  command.action(exits(program, async ({ to }: { readonly to: string }) => sendTest(to, io)))
}

/** What the mail server's answer means, for who set it up. */
const ANSWERS: Readonly<Record<Handed['outcome'], string>> = {
  sent: 'The mail server took it.',
  bounced: 'The mail server refuses this address.',
  refused: 'The mail server refuses the e-mail. Check MAIL_FROM.',
  later: 'It was not sent. Check SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_CA, SMTP_USER and SMTP_PASSWORD.',
}

async function sendTest(to: string, io: Io): Promise<ExitCode> {
  const { readSettings } = await import('../config/index.ts')
  const { composeMail, openMailer } = await import('../outbox/index.ts')
  const { newId } = await import('../schools/index.ts')
  const { systemIds } = await import('./actor.ts')
  const settings = readSettings(io.environment)
  if (!settings.ok) return failed(io, settings.failure)
  const { mail, publicUrl } = settings.value
  if (mail === null) {
    io.err('No mail server is set: e-mails wait. Set SMTP_HOST and MAIL_FROM.\n')
    return EXIT.failed
  }
  const mailer = openMailer(mail)
  const letter = composeMail({ kind: 'test', vocabulary: 'en-GB', link: publicUrl, params: {} })
  const { outcome, code } = await mailer.send({ ...letter, id: newId(systemIds), to })
  mailer.close()
  const text = `${ANSWERS[outcome]}${code === null ? '' : ` It answered ${code}.`}\n`
  if (outcome === 'sent') io.out(text)
  else io.err(text)
  return outcome === 'sent' ? EXIT.done : EXIT.failed
}

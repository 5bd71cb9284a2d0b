import { z } from 'zod'

/** How the connection to the mail server is kept secret. */
const TLS_MODES = ['starttls', 'tls', 'none'] as const

/** The settings of the mail server, as an operator gives them. All or none: see `readMail`. */
export const mailShape = {
  SMTP_HOST: z.string().optional().meta({
    expected: 'a host name or an IP address',
    description: 'The mail server that takes the e-mails of Muster. Without it nothing is sent: what is owed waits.',
  }),
  SMTP_PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(587)
    .meta({
      expected: 'a whole number from 1 to 65535',
      description: 'The port of the mail server. 465 usually goes with `SMTP_TLS=tls`.',
    }),
  SMTP_TLS: z.enum(TLS_MODES).default('starttls').meta({
    expected: 'starttls, tls or none',
    description:
      '`starttls` begins plain and never goes on without TLS, `tls` begins with TLS, `none` is for a mail server on the same machine and takes no password.',
  }),
  SMTP_CA: z.string().optional().meta({
    expected: 'a file with certificates in PEM',
    description: 'A file with the certificates to trust in place of the public ones, for a mail server with a certificate of your own.',
  }),
  SMTP_USER: z.string().optional().meta({ expected: 'a name', description: 'Whom Muster signs in as at the mail server.' }),
  SMTP_PASSWORD: z.string().optional().meta({ expected: 'a password', description: 'The password for `SMTP_USER`.', isSecret: true }),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n"]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/)
    .optional()
    .meta({
      expected: 'an address such as muster@school.example, or with a name: Muster <muster@school.example>',
      description: 'Whom the e-mails of Muster come from. Required with SMTP_HOST.',
    }),
  MAILS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .default(120)
    .meta({
      expected: 'a whole number from 1 to 99999',
      description: 'The most e-mails that one process sends in a minute. Mail servers refuse who sends faster than they like.',
    }),
}

type Given = Readonly<z.output<z.ZodObject<typeof mailShape>>>

/** The mail server as the product uses it. */
export interface MailServerSettings {
  readonly host: string
  readonly port: number
  readonly tls: (typeof TLS_MODES)[number]
  /** A file in PEM; null: the public certificates. */
  readonly caFile: string | null
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: string
  readonly perMinute: number
}

/** The mail server that is set, null where there is none, or the name of the setting that is missing to make it whole. */
export function readMail(given: Given): { readonly server: MailServerSettings | null } | { readonly missing: string } {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password, SMTP_CA, SMTP_TLS: tls, MAIL_FROM: from } = given
  if (host === undefined)
    return [user, password, SMTP_CA, from].some((it) => it !== undefined) ? { missing: 'SMTP_HOST' } : { server: null }
  if (from === undefined) return { missing: 'MAIL_FROM' }
  if (user === undefined && password !== undefined) return { missing: 'SMTP_USER' }
  if (user !== undefined && password === undefined) return { missing: 'SMTP_PASSWORD' }
  if (password !== undefined && tls === 'none') return { missing: 'SMTP_TLS=starttls or tls' }
  const login = user === undefined || password === undefined ? null : { user, password }
  return { server: { host, port: given.SMTP_PORT, tls, caFile: SMTP_CA ?? null, login, from, perMinute: given.MAILS_PER_MINUTE } }
}

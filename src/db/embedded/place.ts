import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Account, canWalk, databaseAccount } from './account.ts'
import { usableBinaries } from './binaries.ts'

/** Where the embedded server's parts are, and who runs it. */
export interface Place {
  /** PostgreSQL's own folder: `bin`, `lib`, `share`. */
  readonly native: string
  /** Holds the cluster, its log and its socket. */
  readonly root: string
  /** The cluster, named by its major version. */
  readonly data: string
  readonly account: Account | undefined
  readonly log: (line: string) => void
}

/** Where root keeps the cluster and the binaries when the database account cannot walk to the wanted place. */
const SYSTEM_FOLDER = '/var/lib/muster'
/** In the data folder, a link to the folder of a cluster that had to go elsewhere. */
const ELSEWHERE = 'database'

/** Makes the folders that are missing. Call it under the data folder's lock. */
export function findPlace(dataDir: string, log: (line: string) => void): Place {
  const account = databaseAccount()
  const wanted = path.resolve(dataDir)
  const root = linkedRoot(wanted) ?? (account ? walkableRoot(wanted, account, log) : wanted)
  const native = usableBinaries({ copiesIn: account ? SYSTEM_FOLDER : root, account, log })
  return { native, root, data: path.join(root, 'pg18'), account, log }
}

/**
 * The data folder itself, else a folder of its own under /var/lib that the data folder links to: a data folder that is
 * moved keeps its database, one that is deleted and made again gets a new one.
 */
function walkableRoot(wanted: string, account: Account, log: (line: string) => void): string {
  const link = path.join(wanted, ELSEWHERE)
  if (canWalk(path.dirname(wanted), account)) {
    // root's own new folder is 0700 or so: passing through it shows nothing, what is in it has modes of its own
    if (!canWalk(wanted, account)) fs.chmodSync(wanted, (fs.statSync(wanted).mode & 0o777) | 0o011)
    return wanted
  }
  const root = path.join(SYSTEM_FOLDER, randomBytes(6).toString('hex'))
  fs.mkdirSync(root, { recursive: true })
  for (const folder of [SYSTEM_FOLDER, root]) if (!canWalk(folder, account)) fs.chmodSync(folder, 0o711)
  fs.symlinkSync(root, link)
  log(`the database's account cannot reach ${wanted}: the database is kept in ${root}`)
  return root
}

/** Where an earlier start had to put the database. Never a new, empty one in the place of one that is gone. */
function linkedRoot(wanted: string): string | undefined {
  const link = path.join(wanted, ELSEWHERE)
  if (!fs.lstatSync(link, { throwIfNoEntry: false })) return undefined
  if (fs.existsSync(link)) return fs.realpathSync(link)
  throw new Error(
    `The database of this data folder is gone: ${link} leads to ${fs.readlinkSync(link)}. Put that folder back from a backup, or remove the link to begin with an empty database.`,
  )
}

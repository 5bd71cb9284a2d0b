import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const NAME = 'muster-upload-'

/** Makes a folder for one upload that only this process's account may read. Its name says which process it belongs to. */
export function makeUploadFolder(parent: string): Promise<string> {
  return mkdtemp(path.join(parent, `${NAME}${process.pid}-`))
}

/** Removes what processes that were killed in the middle of an upload have left: it holds people. */
export async function removeLeftUploads(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  const folders = names.filter((it) => it.startsWith(NAME)).map((it) => path.join(parent, it))
  await Promise.all(folders.map((it) => removeIfLeft(it).catch(() => {}))) // gone meanwhile, or another account's
}

async function removeIfLeft(folder: string): Promise<void> {
  const pid = Number(/^(\d+)-/.exec(path.basename(folder).slice(NAME.length))?.[1])
  const startedAt = Date.now() - process.uptime() * 1000
  // in a container every process may have the number of the one before it
  const isOurs = pid === process.pid && (await stat(folder)).birthtimeMs >= startedAt
  if (!isOurs && !isAnotherAtWork(pid)) await rm(folder, { recursive: true, force: true })
}

function isAnotherAtWork(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

import fs from 'node:fs'

/** The text of a file, empty when there is none. */
export function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}

/** Moves a folder to a name that another process may take first: then that one counts, and this one is removed. */
export function renameOrYield(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
    fs.rmSync(from, { recursive: true, force: true })
  }
}

/** The code of a system or database error, empty for other errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

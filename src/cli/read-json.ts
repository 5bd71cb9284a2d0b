import { readFile } from 'node:fs/promises'

/** Reads a JSON file that a person wrote; a byte order mark does no harm. Throws what reading and parsing throw. */
export async function readJson(path: string): Promise<unknown> {
  return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/u, ''))
}

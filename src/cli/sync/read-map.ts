import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'

const schema = z.record(z.string(), z.string())

/** Reads `--map`: JSON from field to column. Null when there is none. */
export async function readMap(path: string | undefined): Promise<Result<Readonly<Record<string, string>> | null, Problem>> {
  if (path === undefined) return ok(null)
  try {
    const map = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return map.success ? ok(map.data) : fail(problem('file.map_unreadable', { file: path }))
  } catch {
    return fail(problem('file.map_unreadable', { file: path }))
  }
}

import { z } from 'zod'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { readJson } from '../read-json.ts'

const columns = z.record(z.string(), z.string())
/** A map that was written for `muster match` as well: the source's half counts. */
const separate = z.object({ source: columns }).transform((it) => it.source)

/** Reads `--map`: JSON from field to column. Null when there is none. */
export async function readMap(path: string | undefined): Promise<Result<Readonly<Record<string, string>> | null, Problem>> {
  if (path === undefined) return ok(null)
  const unreadable = fail(problem('file.map_unreadable', { file: path }))
  try {
    const map = columns.or(separate).safeParse(await readJson(path))
    return map.success ? ok(map.data) : unreadable
  } catch {
    return unreadable
  }
}

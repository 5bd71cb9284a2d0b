import { z } from 'zod'
import { fail, ok, type Result } from '../../kernel/index.ts'
import { readJson } from '../read-json.ts'

/** Our field to the file's column, for each of the two files. */
export interface Maps {
  readonly directory: Readonly<Record<string, string>>
  readonly source: Readonly<Record<string, string>>
  /** One map serves both files, so a column may stand in only one of them. */
  readonly isShared: boolean
}

const columns = z.record(z.string(), z.string())
const separate = z.strictObject({ directory: columns, source: columns })

/** Reads `MAP.json` in either of its two forms. A failure is a sentence for the person who wrote it. */
export async function readMap(path: string | undefined): Promise<Result<Maps, string>> {
  if (path === undefined) return ok({ directory: {}, source: {}, isShared: true })
  let content: unknown
  try {
    content = await readJson(path)
  } catch (error) {
    return fail(`The map ${path} cannot be read (${error instanceof SyntaxError ? 'it is not JSON' : 'no such file'}).`)
  }
  const both = separate.safeParse(content)
  if (both.success) return ok({ ...both.data, isShared: false })
  const one = columns.safeParse(content)
  if (one.success) return ok({ directory: one.data, source: one.data, isShared: true })
  return fail(`The map ${path} has another form. Write {"first_name": "<column>", …} or {"directory": {…}, "source": {…}}.`)
}

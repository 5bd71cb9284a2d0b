import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { FileConnector, FileReadRequest } from './connector.ts'
import { plainCsv } from './csv/connector.ts'
import { oneRosterCsv } from './oneroster-csv/connector.ts'
import { sdsCsv } from './sds-csv/connector.ts'

/** Every connector for files, most particular first; the last takes whatever has columns we recognise. */
const FILE_CONNECTORS: readonly FileConnector[] = [oneRosterCsv, sdsCsv, plainCsv]

/** The connector that reads these files; else the reason why the first of them cannot be read. */
export async function findFileConnector(request: FileReadRequest): Promise<Result<FileConnector, Problem>> {
  for (const connector of FILE_CONNECTORS) if (await connector.recognises(request)) return ok(connector)
  const [file] = request.files
  if (file === undefined) return fail(problem('file.source_empty'))
  const opened = await request.openTable(file)
  return opened.ok ? fail(problem('file.columns_unknown', { file: file.name })) : opened
}

import { type ColumnMap, type FileReadRequest, findFileConnector } from '../connectors/index.ts'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import { type DeclaredExtent, type NoSchoolPart, type SchoolPart, splitBySchool } from '../snapshots/index.ts'
import { openTable, type SourceFile } from '../tables/index.ts'

/** A package of files, and what the caller knows about it. */
export interface FilesRequest {
  readonly files: readonly SourceFile[]
  readonly map: ColumnMap | null
  readonly declared: DeclaredExtent
  /** What a file that names no school is about (D22). */
  readonly fileSchool: { readonly externalId: string; readonly name: string | null }
  readonly now: Date
}

/** Everything read from a package, by school. */
export interface FilesRead {
  readonly schools: readonly SchoolPart[]
  readonly noSchool: NoSchoolPart
}

/** Reads a package of files once, from end to end, and deals it out by school. Stores nothing. */
export async function readFiles(request: FilesRequest): Promise<Result<FilesRead, Problem>> {
  const { files, map, now } = request
  const read: FileReadRequest = { files, openTable, map, now }
  const connector = await findFileConnector(read)
  if (!connector.ok) return connector
  const split = splitBySchool(request.fileSchool)
  const summary = await connector.value.read(read, split.sink)
  return summary.ok ? ok(split.finish(summary.value, request.declared)) : summary
}

import { type Database, inSchool } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { type IdSource, readSettings, type School, writeSetting } from '../schools/index.ts'
import { countPart, type DeclaredExtent, type PartCounts, type SchoolPart } from '../snapshots/index.ts'
import type { Source } from '../tables/index.ts'
import { absenceOf } from './absence-of.ts'
import { storeUpload } from './queue-run.ts'
import { type FilesRead, readFiles } from './read-files.ts'
import { lastConnectionName } from './upload-connection.store.ts'

/** What somebody hands in for their school. */
export interface UploadRequest {
  readonly source: Source
  /** As the sender's machine calls it. */
  readonly fileName: string
  readonly school: School
  readonly declared: DeclaredExtent
  /** How the source names this school, where the person has just said so; it is remembered. */
  readonly sourceSchool: string | null
  readonly ids: IdSource
  readonly key: Uint8Array
  /** It is for rehearsals only: nothing syncs from it by itself. */
  readonly isForRehearsal: boolean
}

/** What came of it: the school's part is kept, or the source speaks of other schools only. */
export type UploadOutcome =
  | ({
      readonly outcome: 'read'
      readonly uploadId: string
      readonly part: SchoolPart
      readonly absenceUnproven: string | null
    } & PartCounts)
  | { readonly outcome: 'which_school'; readonly schools: readonly SchoolPart[] }

/** What uploads came by before there were connections with names of their own. */
const FILE_CONNECTION = 'file'

/**
 * Reads what somebody hands in, and keeps what it says about their school, encrypted, for 7 days. What it says about other
 * schools is not kept. What is no roster is refused, and nothing of it is kept.
 */
export async function addUpload(database: Database, scope: SchoolScope, request: UploadRequest): Promise<Result<UploadOutcome, Problem>> {
  assertMayDo(scope, 'run.start')
  const { source, school, declared, sourceSchool, ids } = request
  const fileSchool = { externalId: school.externalId, name: school.name }
  const read = await readFiles({ files: source.files, map: null, declared, fileSchool, now: ids.clock() })
  if (!read.ok) return read
  const { schools } = read.value
  if (schools.length === 0) return fail(problem('file.without_people'))
  const settings = await inSchool(database, scope, readSettings)
  const own = ownPart(schools, { sourceSchool, externalId: school.externalId, remembered: settings.sourceSchool })
  if (own === undefined && sourceSchool !== null) return fail(problem('school.not_in_file'))
  if (own === undefined) return ok({ outcome: 'which_school', schools })
  const part = { ...own, problems: [...source.problems, ...own.problems, ...problemsOfAll(read.value)] }
  const uploadId = await keep(database, scope, { request, part })
  return ok({ outcome: 'read', uploadId, part, absenceUnproven: absenceOf(part.summary), ...countPart(part) })
}

/**
 * The part of this school: what the person has just said, else its own external ID, else the name by which it was known last,
 * where the file is about nobody else. Among several others nobody is guessed.
 */
function ownPart(
  schools: readonly SchoolPart[],
  it: { readonly sourceSchool: string | null; readonly externalId: string; readonly remembered: string | null },
): SchoolPart | undefined {
  const named = (name: string | null): SchoolPart | undefined => schools.find(({ externalId }) => externalId === name)
  if (it.sourceSchool !== null) return named(it.sourceSchool)
  return named(it.externalId) ?? (schools.length === 1 ? named(it.remembered) : undefined)
}

/** What is wrong with rows of no school is for this one to see where there is no other. */
function problemsOfAll({ schools, noSchool }: FilesRead): readonly Problem[] {
  return schools.length === 1 ? noSchool.problems : []
}

async function keep(
  database: Database,
  scope: SchoolScope,
  { request, part }: { readonly request: UploadRequest; readonly part: SchoolPart },
): Promise<string> {
  const { ids, key, sourceSchool, isForRehearsal, fileName } = request
  return inSchool(database, scope, async (tx) => {
    const connectionName = (await lastConnectionName(tx)) ?? FILE_CONNECTION
    const { uploadId } = await storeUpload(tx, { connectionName, part, ids, key, isForRehearsal, fileName })
    if (sourceSchool !== null) await writeSetting(tx, 'sourceSchool', sourceSchool)
    await noteEvent(tx, { type: 'run', runId: null, version: null, at: ids.clock() })
    return uploadId
  })
}

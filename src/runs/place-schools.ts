import { type Database, inInstallation } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import type { Vocabulary } from '../roster/index.ts'
import { findByAnyId, findByExternalIds, listSchools, type NewSchool, type School } from '../schools/index.ts'
import type { SchoolPart } from '../snapshots/index.ts'
import type { FilesRead } from './read-files.ts'

/** One school's part of a source with the school it goes to: a known one, or one to be created. */
export interface PlacedPart {
  readonly part: SchoolPart
  readonly school: School | NewSchool
}

/** The school of a file that names none: what the caller typed, else the only school there is, else one named after the file. */
export async function fileSchool(
  database: Database,
  typed: string | undefined,
  sourceName: string,
): Promise<{ readonly externalId: string; readonly name: string | null }> {
  return inInstallation(database, async (tx) => {
    if (typed !== undefined) {
      const known = await findByAnyId(tx, typed)
      return { externalId: known?.externalId ?? typed, name: known?.name ?? null }
    }
    const [only, second] = await listSchools(tx)
    if (only !== undefined && second === undefined) return { externalId: only.externalId, name: only.name }
    const name = sourceName.replace(/\.(csv|tsv|txt|zip|gz)$/gi, '')
    return { externalId: name, name }
  })
}

/**
 * Finds the school of each part, or says how to create it (D22). A school that exists keeps its vocabulary; a new one gets
 * the caller's, else what the source's grades look like (D33).
 */
export async function placeSchools(
  database: Database,
  parts: readonly SchoolPart[],
  vocabulary: Vocabulary | null,
): Promise<readonly PlacedPart[]> {
  const known = await inInstallation(database, (tx) =>
    findByExternalIds(
      tx,
      parts.map((it) => it.externalId),
    ),
  )
  const byExternalId = new Map(known.map((it) => [it.externalId, it]))
  return parts.map((part) => {
    const { externalId, name, summary } = part
    const guessed: Vocabulary = summary.hasUsGrades ? 'en-US' : 'en-GB'
    const fresh: NewSchool = { externalId, name: name ?? externalId, vocabulary: vocabulary ?? guessed, isMadeUp: false }
    return { part, school: byExternalId.get(externalId) ?? fresh }
  })
}

/** Keeps one school of a source; the rows of all others count as left out. */
export function onlySchool(read: FilesRead, externalId: string): Result<FilesRead, Problem> {
  if (read.schools.length === 0) return ok(read)
  const schools = read.schools.filter((it) => it.externalId === externalId)
  if (schools.length === 0) return fail(problem('school.not_in_source', { value: externalId }))
  const others = read.schools.filter((it) => it.externalId !== externalId).reduce((sum, it) => sum + it.summary.people.read, 0)
  const { rows } = read.noSchool
  return ok({ schools, noSchool: { ...read.noSchool, rows: { ...rows, read: rows.read + others, leftOut: rows.leftOut + others } } })
}

import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { fail, foldName, ok, type Result } from '../kernel/index.ts'
import { type IdSource, newId } from './ids.ts'
import type { NewSchool, School } from './school.ts'
import { findByExternalIds, insertSchools } from './schools.store.ts'

/**
 * The schools of these external ids; those we do not know are created (D22: an operator's door). Several processes may
 * meet the same school at once: one creates it, all get it.
 */
export async function meetSchools(database: Database, ids: IdSource, wanted: readonly NewSchool[]): Promise<ReadonlyMap<string, School>> {
  const externalIds = wanted.map((it) => it.externalId)
  const schools = await inInstallation(database, async (tx) => {
    const known = new Set((await findByExternalIds(tx, externalIds)).map((it) => it.externalId))
    const unknown = wanted.filter((it) => !known.has(it.externalId))
    if (unknown.length > 0)
      await insertSchools(
        tx,
        unknown.map((it) => withIds(ids, it)),
        ids.clock(),
      )
    return findByExternalIds(tx, externalIds)
  })
  return new Map(schools.map((it) => [it.externalId, it]))
}

/**
 * Creates schools that must be new, in the caller's transaction, and gives them in the order wanted. Where external ids are
 * taken (S-154), by a school or twice in the list, nothing is created and their places in the list are told.
 */
export async function addSchools(
  tx: Tx,
  ids: IdSource,
  wanted: readonly NewSchool[],
): Promise<Result<readonly School[], readonly number[]>> {
  const externalIds = wanted.map((it) => it.externalId)
  const known = new Set((await findByExternalIds(tx, externalIds)).map((it) => it.externalId))
  const taken = wanted.flatMap((it, at) => (known.has(it.externalId) || externalIds.indexOf(it.externalId) < at ? [at] : []))
  if (taken.length > 0) return fail(taken)
  const schools = wanted.map((it) => withIds(ids, it))
  await insertSchools(tx, schools, ids.clock())
  const made = new Map((await findByExternalIds(tx, externalIds)).map((it) => [it.id, it]))
  const added = schools.flatMap(({ id }) => made.get(id) ?? [])
  if (added.length < wanted.length) throw new Error('An external id was taken at the same moment: nothing has been created.')
  return ok(added)
}

function withIds(ids: IdSource, school: NewSchool): NewSchool & { readonly id: string; readonly code: string } {
  const word = foldName(school.name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24)
    .replace(/-$/, '')
  const code = `${word || 'school'}-${Buffer.from(ids.random(3)).toString('hex')}`
  return { ...school, id: newId(ids), code }
}

/** Creates one school in the caller's transaction. */
export async function insertSchool(tx: Tx, ids: IdSource, school: NewSchool & { readonly id: string }): Promise<void> {
  await insertSchools(tx, [{ ...withIds(ids, school), id: school.id }], ids.clock())
}

import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { foldName } from '../kernel/index.ts'
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

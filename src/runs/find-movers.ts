import { type Database, inSchool, type SchoolTx } from '../db/index.ts'
import { type HeldElsewhere, type MatchRecord, movers } from '../matching/index.ts'
import { allow, type SchoolScope } from '../permission/index.ts'
import { type MoverNote, type ReviewRow, theirRecord } from '../review/index.ts'
import { type PersonKind, recordKey } from '../roster/index.ts'
import { otherSchoolsOfGroup } from '../schools/index.ts'
import { type Alike, readAlike } from './mover-candidates.store.ts'
import { moverKeys } from './mover-keys.ts'
import type { ReviewFacts } from './review-facts.ts'

/** The New people of a review, as the engine compares them. */
export type Newcomers = ReadonlyMap<PersonKind, readonly MatchRecord[]>

/** Looks for New people in the other schools of the group of the transaction's school. */
export type FindMovers = (tx: SchoolTx, people: Newcomers) => Promise<readonly MoverNote[]>

/** Everybody New in these rows, by kind. */
export function newcomers(rows: readonly ReviewRow[], { read, years }: ReviewFacts): Newcomers {
  const found = new Map<PersonKind, MatchRecord[]>()
  for (const { kind, status, sourceId } of rows) {
    const record = status === 'new' ? read.snapshot.current.get(recordKey(kind, sourceId ?? '')) : undefined
    if (record === undefined || record.kind === 'class') continue
    const people = found.get(kind) ?? []
    people.push(theirRecord(record, { snapshot: read.snapshot, yearGroupCode: (raw) => years.of(raw)?.code ?? null }))
    found.set(kind, people)
  }
  return found
}

/**
 * Looks in each other school of the group in that school's own scope, by a transaction of its own: no connection ever sees two
 * schools. Asks each once for everybody together. Notes the school and the basis, and forgets what it read.
 */
export function moverFinder(database: Database, { actor }: SchoolScope): FindMovers {
  return async (own, people) => {
    const others = people.size === 0 ? [] : await otherSchoolsOfGroup(own)
    const scopes = others.flatMap(({ id }) => {
      const scope = allow(actor, 'people.read', id)
      return scope.ok ? [scope.value] : []
    })
    const notes: MoverNote[] = []
    for (const [kind, source] of people) {
      const keys = moverKeys(source)
      const held: HeldElsewhere[] = []
      let candidates = 0
      for (const scope of scopes) {
        const alike = await inSchool(database, scope, (tx) => readAlike(tx, kind, keys))
        candidates += alike.count
        held.push(...heldIn(scope.schoolId, alike))
      }
      const proposals = movers({ kind, source, held, candidates })
      notes.push(...proposals.map(({ sourceId, schoolId, basis }) => ({ kind, sourceId, schoolId, basis })))
    }
    return notes
  }
}

function heldIn(schoolId: string, { people }: Alike): readonly HeldElsewhere[] {
  return people.map(({ isPresent, ...fields }) => ({
    ...{ schoolId, isPresent },
    record: { ...fields, yearGroup: null, registrationClass: null, customId: null },
  }))
}

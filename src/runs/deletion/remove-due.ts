import { acrossSchools, type Database, inSchool } from '../../db/index.ts'
import { readDeletions, schoolsWithDeletionsUntil } from '../../directory/index.ts'
import { dateIn, daysAfter } from '../../kernel/index.ts'
import { allow, RETENTION, type SchoolScope } from '../../permission/index.ts'
import { type IdSource, readSchool } from '../../schools/index.ts'
import { erasePerson } from './erase-person.ts'

/**
 * Removes for good whose time has run out in any school, one by one. Who is kept by something, or by a sync that is open, waits for
 * another day. Gives how many went. Any number of processes may do this at a time.
 */
export async function removeDue(database: Database, ids: IdSource): Promise<number> {
  // a day begins on earth up to 14 hours before it does in UTC
  const latest = daysAfter(dateIn('UTC', ids.clock()), 1)
  const schools = await acrossSchools(database, 'deletions whose time may have run out', (tx) => schoolsWithDeletionsUntil(tx, latest))
  let removed = 0
  for (const schoolId of schools) {
    const scope = scopeOf(schoolId)
    const due = await inSchool(database, scope, async (tx) => {
      const today = dateIn((await readSchool(tx)).timeZone, ids.clock())
      return [...(await readDeletions(tx)).values()].filter((it) => it.removeOn <= today).map((it) => it.personId)
    })
    for (const personId of due) {
      const done = await inSchool(database, scope, (tx) => erasePerson(tx, ids, { personId, reference: null }))
      if (done.ok) removed += 1
    }
  }
  return removed
}

function scopeOf(schoolId: string): SchoolScope {
  const scope = allow(RETENTION, 'people.delete', schoolId)
  if (!scope.ok) throw new Error(`Nobody may be removed: ${scope.failure}.`)
  return scope.value
}

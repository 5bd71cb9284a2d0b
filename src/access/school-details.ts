import { lastAct } from '../audit/index.ts'
import type { SchoolDetails } from '../contract/index.ts'
import { type Database, inSchool, isTaken, type SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo, type SchoolScope } from '../permission/index.ts'
import { changeSchool, type IdSource, lockSchool, readSchool, type SchoolChange, type SchoolWithVersion } from '../schools/index.ts'
import { namesOfActors } from './accounts.store.ts'
import { note } from './note.ts'
import { type Refusal, refuseFields } from './refusal.ts'

/** The school as its settings page shows it. */
export async function readSchoolDetails(database: Database, scope: SchoolScope): Promise<SchoolDetails> {
  assertMayDo(scope, 'school.read')
  return inSchool(database, scope, async (tx) => present(await readSchool(tx)))
}

/** What somebody changes about a school whose version they have seen. */
export interface SchoolChangeRequest {
  readonly scope: SchoolScope
  readonly seenVersion: number
  readonly change: SchoolChange
}

/** Changes name, external ID, vocabulary or time zone of the school; refused where somebody else did since. */
export async function changeSchoolDetails(
  database: Database,
  ids: IdSource,
  { scope, seenVersion, change }: SchoolChangeRequest,
): Promise<Result<SchoolDetails, Problem | Refusal>> {
  assertMayDo(scope, 'school.configure')
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone))
    return fail(refuseFields(problem('school.time_zone_unknown'), ['timeZone']))
  try {
    return await inSchool(database, scope, async (tx) => {
      await lockSchool(tx)
      const { version } = await readSchool(tx)
      if (version !== seenVersion) return fail(await changedSince(tx))
      await changeSchool(tx, change)
      const school = await readSchool(tx)
      await note(tx, ids, {
        action: 'school.changed',
        subject: school.id,
        what: { fields: Object.keys(change).sort(), version: school.version },
      })
      await noteEvent(tx, { type: 'school', runId: null, version: school.version, at: ids.clock() })
      return ok(present(school))
    })
  } catch (error) {
    if (isTaken(error, 'school_external_id_key')) return fail(refuseFields(problem('school.external_id_taken'), ['externalId']))
    throw error
  }
}

/** Who was quicker. */
async function changedSince(tx: SchoolTx): Promise<Refusal> {
  const last = await lastAct(tx, 'school.changed')
  const refusal = { problem: problem('version.changed') }
  if (last === undefined) return refusal
  const names = await namesOfActors(tx, [last.actor])
  return { ...refusal, changedBy: { name: names.get(last.actor) ?? '', at: last.at.toISOString(), rows: [] } }
}

function present({ code, name, externalId, vocabulary, timeZone, isMadeUp, group, version }: SchoolWithVersion): SchoolDetails {
  return { code, name, externalId, vocabulary, timeZone, isMadeUp, group, version }
}

/** A zone by its place, as `Europe/London`, that clocks here know; no offsets, which know no summer time. */
function isTimeZone(text: string): boolean {
  if (!/^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: text })
    return true
  } catch {
    return false
  }
}

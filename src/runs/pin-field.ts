import type { SchoolTx } from '../db/index.ts'
import { changePerson, type EditRefused, endPin, readForEdit, writePin } from '../directory/index.ts'
import { dateIn, fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { mayBePinned } from '../roster/index.ts'
import { lockSchool, readSettings } from '../schools/index.ts'
import type { RecordSeen } from './manage-by-hand.ts'
import { noteRecordAct } from './note-record-act.ts'
import type { RunContext } from './run-context.ts'

/** A pin holds for a year at most: what should stay for good is changed in the source, or managed by hand. */
const DAYS_MAX = 366
const DAY = 86_400_000

/** What somebody wants kept. */
export interface PinWanted extends RecordSeen {
  readonly field: string
  readonly value: string | null
  readonly reason: string
  /** The last day, `YYYY-MM-DD`, by the school's own clock. */
  readonly until: string
}

/**
 * Keeps a detail of a synced person as somebody says, whatever the source says, until the end of a day: syncs leave it, and the
 * plan of an open review is made anew. Refused unless the school allows it, and for details that say who somebody is elsewhere.
 */
export async function pinField(tx: SchoolTx, context: RunContext, wanted: PinWanted): Promise<Result<null, EditRefused>> {
  assertMayDo(tx.scope, 'school.configure')
  const { timeZone } = await lockSchool(tx)
  const refused = await refusal(tx, wanted, timeZone, context.ids.clock())
  if (refused !== null) return fail({ problem: refused })
  const { personId, version, field, value } = wanted
  const changed = await changePerson(tx, context.ids, { personId, version, fields: { [field]: value }, opened: [field] })
  if (!changed.ok) return changed
  const at = context.ids.clock()
  await writePin(tx, personId, { field, reason: wanted.reason.trim(), until: wanted.until, actor: tx.scope.actor.id, at })
  await noteRecordAct(tx, context, { personId, action: 'person.pinned', what: { field, until: wanted.until } })
  return ok(null)
}

async function refusal(tx: SchoolTx, { personId, field, reason, until }: PinWanted, timeZone: string, now: Date): Promise<Problem | null> {
  const held = await readForEdit(tx, personId)
  if (held === undefined) return problem('address.unknown')
  if (!(await readSettings(tx)).mayPin) return problem('person.pins_off')
  if (!held.isSynced) return problem('person.not_synced')
  if (!mayBePinned(held.kind, field)) return problem('person.not_pinnable')
  const last = dateIn(timeZone, new Date(now.getTime() + DAYS_MAX * DAY))
  if (reason.trim() === '' || until < dateIn(timeZone, now) || until > last) return problem('person.pin_wrong', { params: { last } })
  return null
}

/** Gives a detail back to the source: the next sync brings what it says. */
export async function unpinField(
  tx: SchoolTx,
  context: RunContext,
  { personId, version, field }: RecordSeen & { readonly field: string },
): Promise<Result<null, EditRefused>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const held = await readForEdit(tx, personId)
  if (held === undefined) return fail({ problem: problem('address.unknown') })
  if (held.version !== version) return fail({ problem: problem('version.changed') })
  if (await endPin(tx, personId, field)) await noteRecordAct(tx, context, { personId, action: 'person.unpinned', what: { field } })
  return ok(null)
}

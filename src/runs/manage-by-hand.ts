import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import {
  type DirectoryLink,
  type HeldForEdit,
  holderOfSource,
  type LinkState,
  latestLinkOf,
  linkBeforeByHand,
  logChanges,
  readForEdit,
  writeRecords,
} from '../directory/index.ts'
import { noteEvent } from '../events/index.ts'
import { canonicalJson, fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { lockSchool, newId } from '../schools/index.ts'
import { refreshOpenReview } from './review-again.ts'
import type { RunContext } from './run-context.ts'
import { sha256 } from './sha256.ts'

/** Whose record, and the version that was looked at. */
export interface RecordSeen {
  readonly personId: string
  readonly version: number
}

/** Whose link ended because they were absent: they are kept, and somebody may keep them up to date (C48). */
const ABSENT = ['left', 'out_of_scope'] as const

/**
 * Takes a record out of the sync (D3), one that is synced or one that has left it by being absent: nothing of it is locked any
 * more, its details and classes stay as they are, it is no leaver, and while the link stays ended so, no sync takes the record back
 * nor sets up a second one for the same record of the source.
 */
export async function manageByHand(tx: SchoolTx, context: RunContext, seen: RecordSeen): Promise<Result<null, Problem>> {
  const found = await readRecord(tx, seen)
  if (!found.ok) return found
  const { held, link } = found.value
  const before = link === undefined ? null : stateBefore(link)
  if (link === undefined || before === null) return fail(problem('person.not_synced'))
  const after = { state: 'by_hand', endedAt: context.ids.clock().toISOString() } as const
  await writeLink(tx, context, { held, link, before, after })
  return ok(null)
}

/** As a record stands that may be taken out of the sync; null: it is in none. */
function stateBefore({ endReason, endedAt }: DirectoryLink): LinkState | null {
  if (endReason === null) return { state: 'live' }
  const state = ABSENT.find((it) => it === endReason)
  return state === undefined || endedAt === null ? null : { state, endedAt }
}

/**
 * Gives a record that is managed by hand back to the sync, as it stood before: linked, it is locked again at once and the next sync
 * updates it; absent, it is a leaver again or out of scope, and linked again when the source names it (D29).
 */
export async function syncAgain(tx: SchoolTx, context: RunContext, seen: RecordSeen): Promise<Result<null, Problem>> {
  const found = await readRecord(tx, seen)
  if (!found.ok) return found
  const { held, link } = found.value
  if (link?.endReason !== 'by_hand') return fail(problem('person.not_by_hand'))
  if ((await holderOfSource(tx, link.source)) !== undefined) return fail(problem('person.link_taken'))
  const after = await linkBeforeByHand(tx, seen.personId)
  await writeLink(tx, context, { held, link, before: { state: 'by_hand', endedAt: link.endedAt ?? '' }, after })
  return ok(null)
}

interface Found {
  readonly held: HeldForEdit
  readonly link: DirectoryLink | undefined
}

async function readRecord(tx: SchoolTx, { personId, version }: RecordSeen): Promise<Result<Found, Problem>> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const held = await readForEdit(tx, personId)
  if (held === undefined) return fail(problem('address.unknown'))
  if (held.isMerged) return fail(problem('person.merged'))
  if (held.version !== version) return fail(problem('version.changed'))
  return ok({ held, link: await latestLinkOf(tx, personId) })
}

interface Written {
  readonly held: HeldForEdit
  readonly link: DirectoryLink
  readonly before: LinkState
  readonly after: LinkState
}

async function writeLink(tx: SchoolTx, context: RunContext, { held, link, before, after }: Written): Promise<void> {
  const { ids } = context
  const at = ids.clock()
  const { recordId, source } = link
  const state = (of: LinkState) => ({ fields: {}, enrolments: [], link: of })
  const record = { recordKind: 'person', recordId, operation: 'update', source, before: state(before), after: state(after) } as const
  const person = { id: recordId, kind: held.kind, fields: held.fields, localFields: [], enrolments: [] }
  await writeRecords(tx, { classes: new Map(), yearGroups: new Map(), links: [], people: new Map([[recordId, person]]) }, [record])
  const word = after.state === 'by_hand' ? 'by_hand' : 'synced_again'
  const logged = { ...record, id: newId(ids), key: `person ${word} ${recordId}`, reason: { code: `person.${word}`, params: {} } }
  await logChanges(tx, [logged], { actor: tx.scope.actor.id, runId: null, at })
  const payloadDigest = sha256(canonicalJson({ ...source }))
  await noteAct(tx, { id: newId(ids), action: `person.${word}`, subject: recordId, payloadDigest, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  // a plan that was made before this would still write over the record, or link it
  await refreshOpenReview(tx, context)
}

import { namesOfActors } from '../access/index.ts'
import type { PersonDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { linkBeforeByHand, readDeletions, readPins, readProtection, versionOfPerson } from '../directory/index.ts'
import { fieldsOfKind, mayBePinned, staysOurs } from '../roster/index.ts'
import { type RecordNames, shownFields, shownOperation, undoableUntil } from '../runs/index.ts'
import { readSettings } from '../schools/index.ts'
import { heldAt } from './as-of/held-at.ts'
import { presentPerson } from './list-people.ts'
import { readMerged } from './merged-people.ts'
import { type ChangeOfPerson, connectionNameOf, readChangesOfPerson } from './person-details.store.ts'
import { readRecordNames } from './record-names.store.ts'

/** One person with everything we hold, what is locked, and what was changed when; undefined: no such person, or none on that day. */
export async function readPerson(tx: SchoolTx, personId: string, asOf?: string): Promise<PersonDetails | undefined> {
  const then = await heldAt(tx, asOf)
  const [held] = await then.people({ kind: null, ids: [personId] })
  if (held === undefined) return undefined
  const { fields, classes, localFields } = await then.record(personId)
  const changes = (await readChangesOfPerson(tx, personId)).filter((it) => then.isBefore(it.at))
  const names = await readRecordNames(tx)
  const pins = asOf === undefined && held.link === 'live' ? await readPins(tx, personId) : []
  const mayPin = asOf === undefined && held.link === 'live' && held.mergedInto === null && (await readSettings(tx)).mayPin
  const protection = asOf === undefined ? await readProtection(tx, personId) : undefined
  const deletion = asOf === undefined ? (await readDeletions(tx)).get(personId) : undefined
  const said = [...changes, ...pins, ...(protection === undefined ? [] : [protection])]
  const actors = await namesOfActors(tx, [...new Set([...said.map((it) => it.actor), ...(deletion === undefined ? [] : [deletion.by])])])
  const merged = await readMerged(tx, held)
  return {
    ...presentPerson(held),
    fields: fieldsOfKind(held.kind).map((field) => {
      const pin = pins.find((it) => it.field === field)
      const isOfSource =
        held.link === 'live' && !staysOurs(held.kind, field) && pin === undefined && !(field === 'status' && localFields.includes(field))
      return {
        ...{ field, value: fields[field], isLocked: held.mergedInto !== null || isOfSource },
        pin: pin === undefined ? null : { reason: pin.reason, until: pin.until, by: actors.get(pin.actor) ?? pin.actor },
        mayBePinned: mayPin && mayBePinned(held.kind, field),
      }
    }),
    classes: [...classes],
    timeline: changes.map((it) => presentEntry(it, { names, by: actors.get(it.actor) ?? it.actor })),
    lockedBy: held.link === 'live' && asOf === undefined ? await connectionNameOf(tx, personId) : null,
    goesBackTo: held.link === 'by_hand' && asOf === undefined ? await standingBeforeByHand(tx, personId) : null,
    protection:
      protection === undefined
        ? null
        : { reason: protection.reason, by: actors.get(protection.actor) ?? protection.actor, at: protection.at.toISOString() },
    deletion:
      deletion === undefined
        ? null
        : { at: deletion.at.toISOString(), by: actors.get(deletion.by) ?? deletion.by, removeOn: deletion.removeOn },
    isDisabledHere: asOf === undefined && held.isDisabled && localFields.includes('status'),
    version: await versionOfPerson(tx, personId),
    mergedInto: merged.mergedInto,
    mergedFrom: merged.mergedFrom.filter((it) => then.isBefore(new Date(it.at))),
  }
}

async function standingBeforeByHand(tx: SchoolTx, personId: string): Promise<PersonDetails['goesBackTo']> {
  const { state } = await linkBeforeByHand(tx, personId)
  return state === 'left' || state === 'out_of_scope' ? state : 'synced'
}

function presentEntry(
  change: ChangeOfPerson,
  { names, by }: { readonly names: RecordNames; readonly by: string },
): PersonDetails['timeline'][number] {
  const { at, runId: run, appliedAt } = change
  const mayUndoUntil = appliedAt === null ? null : undoableUntil(appliedAt).toISOString()
  return { at: at.toISOString(), by, operation: shownOperation(change), run, mayUndoUntil, fields: shownFields(change, names) }
}

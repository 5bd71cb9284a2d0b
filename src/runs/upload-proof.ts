import { noteAct } from '../audit/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { noteEvent } from '../events/index.ts'
import { fail, isUuid, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import type { SourcePerson } from '../roster/index.ts'
import { type IdSource, lockSchool, newId, readSchool, readSettings, writeSetting } from '../schools/index.ts'
import { findUpload, noteTakenAway, readUploadItems, removeUpload } from '../snapshots/index.ts'
import { countKnownPupils, isUploadUsed } from './upload-proof.store.ts'
import { yearGroupReader } from './year-group-reader.ts'

/** What shows a person whether an upload is of their school: a few pupils of it, without their names. */
export interface UploadProof {
  /** Fewer than half of its pupils are known here: it may be another school's. */
  readonly isAsked: boolean
  readonly samples: readonly { readonly initials: string; readonly yearGroup: string | null }[]
}

const SAMPLES_MAX = 3

/** Looks whether an upload is of this school, as far as that can be seen. */
export async function proveUpload(tx: SchoolTx, uploadId: string, key: Uint8Array): Promise<Result<UploadProof, Problem>> {
  const upload = isUuid(uploadId) ? await findUpload(tx, uploadId) : undefined
  if (upload === undefined) return fail(problem('file.upload_unknown'))
  const pupils = new Map<string, SourcePerson>()
  for (const item of await readUploadItems(tx, uploadId, key))
    if (item[0] === 'person' && item[1].kind === 'pupil') pupils.set(item[1].sourceId, item[1])
  const known = await countKnownPupils(tx, upload.connectionId, [...pupils.keys()])
  const settings = await readSettings(tx)
  const years = await yearGroupReader(tx, { school: await readSchool(tx), settings, said: {} })
  const named = [...pupils.values()].filter((it) => initialsOf(it) !== '')
  const samples = spread(named, SAMPLES_MAX).map((it) => {
    const raw = it.fields.yearGroup ?? null
    return { initials: initialsOf(it), yearGroup: raw === null ? null : (years.of(raw)?.name ?? raw) }
  })
  return ok({ isAsked: pupils.size > 0 && known * 2 < pupils.size, samples })
}

/**
 * Takes away what was read of an upload, before anything has come of it: it is another school's. How the source named this school
 * is forgotten with it, so that the next such file is asked about. Its line in the upload history stays.
 */
export async function takeUploadAway(tx: SchoolTx, uploadId: string, ids: IdSource): Promise<Result<undefined, Problem>> {
  assertMayDo(tx.scope, 'run.start')
  await lockSchool(tx)
  if (!isUuid(uploadId) || (await findUpload(tx, uploadId)) === undefined) return fail(problem('file.upload_unknown'))
  if (await isUploadUsed(tx, uploadId)) return fail(problem('file.upload_used'))
  const at = ids.clock()
  await removeUpload(tx, uploadId)
  await noteTakenAway(tx, uploadId, at)
  await writeSetting(tx, 'sourceSchool', null)
  await noteAct(tx, { id: newId(ids), action: 'upload.taken_away', subject: uploadId, payloadDigest: '', at })
  await noteEvent(tx, { type: 'run', runId: null, version: null, at })
  return ok(undefined)
}

function initialsOf({ fields: { firstName, lastName } }: SourcePerson): string {
  return [firstName, lastName].flatMap((it) => (it ? [`${Array.from(it.trim())[0] ?? ''}.`] : [])).join(' ')
}

/** So many of them, from the first to the last. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, at) => items[Math.round((at * (items.length - 1)) / (count - 1))]).filter(
    (it) => it !== undefined,
  )
}

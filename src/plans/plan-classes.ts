import { foldName } from '../kernel/index.ts'
import { difference, type Fields, recordKey } from '../roster/index.ts'
import type { ClassBody } from '../snapshots/index.ts'
import { type Change, isEmpty, NEW_CLASS, NOTHING } from './plan.ts'
import { type PlanInput, sourceRef, syncedRows } from './plan-input.ts'

export interface PlannedClasses {
  readonly changes: readonly Change[]
  /** What a class of the source is here: a directory id or `new:` and its source id. Classes not set up are missing. */
  readonly refs: ReadonlyMap<string, string>
  /** Classes of ours whose memberships the source owns from now on. */
  readonly owned: ReadonlySet<string>
}

/**
 * Decides what each class of the source is here: the linked one; what a person said (S-94); a class of the same kind and
 * name (S-93, S-97); else, when a synced pupil is in it (D24), a new one (S-92). A class proven absent is desynced, in place.
 */
export function planClasses(input: PlanInput): PlannedClasses {
  const links = input.directory.links.filter((it) => it.recordKind === 'class' && it.source.connection === input.connection)
  const live = new Map(links.filter((it) => it.endReason === null).map((it) => [it.source.id, it.recordId]))
  const source = new Map([...input.source.values()].flatMap((it) => (it.kind === 'class' ? [[it.sourceId, it.body] as const] : [])))
  const byName = unlinkedByName(input)
  const wanted = classesOfSyncedPupils(input)
  const changes: Change[] = []
  const refs = new Map<string, string>()
  for (const [sourceId, body] of [...source].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const decided = input.classDecisions.get(sourceId)
    const linked = live.get(sourceId)
    const named = linked === undefined ? takeByName(byName, body) : undefined
    const found =
      linked ?? (decided !== undefined && decided !== 'set_up' && decided !== 'leave_out' ? decided : decided ? undefined : named)
    if (found !== undefined) refs.set(sourceId, found)
    else if (decided === 'set_up' || (decided === undefined && wanted.has(sourceId))) refs.set(sourceId, `${NEW_CLASS}${sourceId}`)
    else continue
    changes.push(classChange({ input, sourceId, body, recordId: found ?? null, isLinked: linked !== undefined }))
  }
  for (const [sourceId, recordId] of live)
    if (!source.has(sourceId) && input.incomplete.class === null) changes.push(leaving(input, sourceId, recordId))
  const owned = new Set([...links.map((it) => it.recordId), ...refs.values()])
  return { changes: changes.filter((it) => !isEmpty(it)), refs, owned }
}

function classChange(it: { input: PlanInput; sourceId: string; body: ClassBody; recordId: string | null; isLinked: boolean }): Change {
  const { input, sourceId, body, recordId, isLinked } = it
  const held = recordId === null ? undefined : input.directory.classes.get(recordId)
  const wanted = fieldsOf(input, body)
  const base = { recordKind: 'class', population: 'class', source: sourceRef(input, 'class', sourceId) } as const
  if (held === undefined) {
    const after = {
      fields: { ...wanted, description: body.description, isArchived: false },
      enrolments: [],
      link: { state: 'live' as const },
    }
    const before = { ...NOTHING, link: { state: 'none' as const } }
    return {
      ...base,
      key: `class create ${sourceId}`,
      operation: 'create',
      recordId: null,
      before,
      after,
      reason: { code: 'class.set_up', params: {} },
    }
  }
  const { before, after } = difference({ ...held.fields }, wanted)
  const change = { ...base, recordId: held.id, before: { ...NOTHING, fields: before }, after: { ...NOTHING, fields: after } }
  if (isLinked)
    return { ...change, key: `class update ${held.id}`, operation: 'update', reason: { code: 'class.changed_in_source', params: {} } }
  const was = input.directory.links.find((link) => link.recordKind === 'class' && link.recordId === held.id && link.source.id === sourceId)
  return {
    ...change,
    key: `class link ${held.id}`,
    operation: 'link',
    before: { ...change.before, link: { state: was?.endReason ?? 'none', ...(was?.endedAt ? { endedAt: was.endedAt } : {}) } },
    after: { ...change.after, link: { state: 'live' } },
    reason: { code: 'class.same_name', params: { name: held.fields.name } },
  }
}

function leaving(input: PlanInput, sourceId: string, recordId: string): Change {
  return {
    key: `class desync ${recordId}`,
    recordKind: 'class',
    population: 'class',
    operation: 'desync',
    recordId,
    source: sourceRef(input, 'class', sourceId),
    before: { ...NOTHING, link: { state: 'live' } },
    after: { ...NOTHING, link: { state: 'left' } },
    reason: { code: 'class.left', params: {} },
  }
}

/** The source's word on a class. A description is ours unless the source has one (S-96). */
function fieldsOf(input: PlanInput, body: ClassBody): Fields {
  const codes = body.yearGroups.flatMap((raw) => input.yearGroup(raw)?.code ?? [])
  const said = { kind: body.kind, name: body.name, code: body.code, yearGroups: [...new Set(codes)].sort() }
  return body.description === null ? said : { ...said, description: body.description }
}

function classesOfSyncedPupils(input: PlanInput): ReadonlySet<string> {
  const pupils = syncedRows(input).filter((it) => it.kind === 'pupil')
  return new Set(
    pupils.flatMap(({ sourceId }) => {
      const record = input.source.get(recordKey('pupil', sourceId ?? ''))
      return record === undefined || record.kind === 'class' ? [] : (record.body.enrolments ?? []).map((it) => it.classSourceId)
    }),
  )
}

/** Classes of ours without a live link, by kind and folded name; archived ones are not offered. */
function unlinkedByName({ directory, connection }: PlanInput): Map<string, string[]> {
  const linked = new Set(
    directory.links
      .filter((it) => it.recordKind === 'class' && it.endReason === null && it.source.connection === connection)
      .map((it) => it.recordId),
  )
  const byName = new Map<string, string[]>()
  for (const { id, fields } of directory.classes.values()) {
    if (linked.has(id) || fields.isArchived) continue
    const name = `${fields.kind} ${foldName(fields.name)}`
    byName.set(name, [...(byName.get(name) ?? []), id])
  }
  return byName
}

/** The one unlinked class of this name, given away once; of several none, for then a person must choose. */
function takeByName(byName: Map<string, string[]>, body: ClassBody): string | undefined {
  const name = `${body.kind} ${foldName(body.name)}`
  const [only, second] = byName.get(name) ?? []
  if (only === undefined || second !== undefined) return undefined
  byName.delete(name)
  return only
}

import type { ClassFields } from '../directory/index.ts'
import { difference, type Fields, nameOfNewClass, recordKey } from '../roster/index.ts'
import type { ClassBody } from '../snapshots/index.ts'
import { type FoundClass, findClasses } from './find-classes.ts'
import { linkState } from './link-index.ts'
import { type Change, isEmpty, NEW_CLASS, NOTHING } from './plan.ts'
import { type PlanInput, sourceRef, syncedRows } from './plan-input.ts'
import { registrationClasses } from './registration.ts'
import { setsUpClasses } from './scope.ts'

/** What happens to classes, and what their memberships follow from. */
export interface PlannedClasses {
  readonly changes: readonly Change[]
  /** What a class of the source is here: a directory id or `new:` and its source id. Classes not set up are missing. */
  readonly refs: ReadonlyMap<string, string>
  /** Classes of ours whose memberships the source owns from now on. */
  readonly owned: ReadonlySet<string>
  /** Registration classes of the source that this plan does not set up, because its scope is people alone (S-46). */
  readonly waiting: ReadonlySet<string>
  /** The registration classes there are once this plan is applied, as in `refs`. */
  readonly registrations: ReadonlySet<string>
}

/**
 * Brings the classes of the source here: those of ours that `findClasses` finds for them, else, when a synced pupil is in
 * it (D24) or a person said so, a new one (S-92). A class proven absent is desynced, in place.
 */
export function planClasses(input: PlanInput): PlannedClasses {
  const links = input.directory.links.filter((it) => it.recordKind === 'class' && it.source.connection === input.connection)
  const source = new Map([...input.source.values()].flatMap((it) => (it.kind === 'class' ? [[it.sourceId, it.body] as const] : [])))
  const found = findClasses(input, source)
  const wanted = classesOfSyncedPupils(input)
  const changes: Change[] = []
  const refs = new Map<string, string>()
  const waiting = new Set<string>()
  for (const [sourceId, body] of source) {
    const match = found.get(sourceId)
    const decided = input.classDecisions.get(sourceId)
    const isWanted = decided !== 'leave_out' && (decided === 'set_up' || wanted.has(sourceId))
    if (match !== undefined) refs.set(sourceId, match.recordId)
    else if (isWanted && setsUpClasses(input)) refs.set(sourceId, `${NEW_CLASS}${sourceId}`)
    else {
      if (isWanted && body.kind === 'registration') waiting.add(sourceId)
      continue
    }
    changes.push(match === undefined ? newClass(input, sourceId, body) : heldClass(input, { sourceId, body, match }))
  }
  const claimed = new Set(refs.values())
  for (const { recordId, source: it, endReason } of links)
    if (endReason === null && !source.has(it.id) && !claimed.has(recordId) && isAbsenceProven(input, it.id))
      changes.push(leaving(input, it.id, recordId))
  // a class that a person has left out stays as it is, with whoever is in it
  const kept = links.filter((it) => source.has(it.source.id) && input.classDecisions.get(it.source.id) === 'leave_out')
  const isKept = (recordId: string): boolean => kept.some((it) => it.recordId === recordId)
  const owned = new Set([...links.map((it) => it.recordId).filter((it) => !isKept(it)), ...claimed])
  return { changes: changes.filter((it) => !isEmpty(it)), refs, waiting, owned, registrations: registrationsOf(input, refs) }
}

function isAbsenceProven({ incomplete, gone }: PlanInput, sourceId: string): boolean {
  return incomplete.class === null || gone.has(recordKey('class', sourceId))
}

function newClass(input: PlanInput, sourceId: string, body: ClassBody): Change {
  const said = fieldsOf(input, body)
  const yearGroup = body.yearGroups.map((raw) => input.yearGroup(raw)?.name ?? raw).join(', ')
  const name = nameOfNewClass(input.classNaming, { name: body.name, yearGroup: yearGroup === '' ? null : yearGroup })
  const given = input.classDescriptions.get(sourceId)
  // a name or a description that is not the source's is ours: the next sync leaves it
  const own = [...(given === undefined ? [] : ['description']), ...(name === body.name ? [] : ['name'])]
  const description = given === undefined ? body.description : given || null
  const fields = { ...said, name, description, isArchived: false, ...(own.length === 0 ? {} : { localFields: own }) }
  return {
    key: `class create ${sourceId}`,
    recordKind: 'class',
    population: 'class',
    operation: 'create',
    recordId: null,
    source: sourceRef(input, 'class', sourceId),
    before: { ...NOTHING, link: { state: 'none' } },
    after: { fields, enrolments: [], link: { state: 'live' } },
    reason: { code: 'class.set_up', params: {} },
  }
}

function heldClass(
  input: PlanInput,
  { sourceId, body, match }: { readonly sourceId: string; readonly body: ClassBody; readonly match: FoundClass },
): Change {
  const { id, fields } = match.held
  const source = sourceRef(input, 'class', sourceId)
  const { before, after } = difference({ ...fields }, heldFieldsOf(input, { sourceId, body, held: fields }))
  const was = linkState(input.links, { recordKind: 'class', recordId: id }, source)
  const isLinked = was.state === 'live'
  return {
    key: `class ${isLinked ? 'update' : 'link'} ${id}`,
    recordKind: 'class',
    population: 'class',
    operation: isLinked ? 'update' : 'link',
    recordId: id,
    source,
    before: { ...NOTHING, fields: before, link: isLinked ? null : was },
    after: { ...NOTHING, fields: after, link: isLinked ? null : { state: 'live' } },
    reason: isLinked ? { code: 'class.changed_in_source', params: {} } : { code: `class.${match.why}`, params: { name: fields.name } },
  }
}

function registrationsOf(input: PlanInput, refs: ReadonlyMap<string, string>): ReadonlySet<string> {
  const fresh = [...refs].flatMap(([sourceId, ref]) => {
    const record = input.source.get(recordKey('class', sourceId))
    return record?.kind === 'class' && record.body.kind === 'registration' ? [ref] : []
  })
  return new Set([...registrationClasses(input.directory), ...fresh])
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

/** What a sync writes on a class that is here: not what is ours, unless a person gave the name back to the source, or described the class. */
function heldFieldsOf(
  input: PlanInput,
  { sourceId, body, held }: { readonly sourceId: string; readonly body: ClassBody; readonly held: ClassFields },
): Fields {
  const said = input.classNames.get(sourceId)
  const own = new Set(held.localFields)
  if (said === 'keep_name' && held.name !== body.name) own.add('name')
  if (said === 'take_name') own.delete('name')
  const fields: Fields = { ...fieldsOf(input, body), isArchived: false }
  const written = Object.entries(fields).filter(([name]) => !own.has(name))
  const given = input.classDescriptions.get(sourceId)
  if (given !== undefined) own.add('description')
  const described = given === undefined ? {} : { description: given || null }
  return { ...Object.fromEntries(written), ...described, localFields: [...own].sort() }
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

import type { DirectoryClass } from '../directory/index.ts'
import { foldName } from '../kernel/index.ts'
import { latestEndedFirst, recordKey } from '../roster/index.ts'
import type { ClassBody } from '../snapshots/index.ts'
import type { PlanInput } from './plan-input.ts'

/** The class of ours that a class of the source is. */
export interface FoundClass {
  readonly recordId: string
  readonly held: DirectoryClass
  readonly why: 'decided' | 'linked' | 'came_back' | 'same_name'
}

type Bodies = ReadonlyMap<string, ClassBody>

/**
 * Finds what the classes of the source are here, strongest word first, one to one: what a person said (S-94); the live link;
 * the link of a class that left and came back (D29); a class of the same kind and name (S-93, S-97). By the id in the source.
 */
export function findClasses(input: PlanInput, source: Bodies): ReadonlyMap<string, FoundClass> {
  const { directory, connection, classDecisions } = input
  const found = new Map<string, FoundClass>()
  const taken = new Set<string>()
  const propose = (sourceId: string, recordId: string, why: FoundClass['why']): void => {
    const held = directory.classes.get(recordId)
    // kinds are separate (S-97): a class that changes its kind in the source is another class here
    if (held === undefined || held.fields.kind !== source.get(sourceId)?.kind) return
    if (found.has(sourceId) || taken.has(recordId)) return
    found.set(sourceId, { recordId, held, why })
    taken.add(recordId)
  }
  const ours = directory.links.filter((it) => it.recordKind === 'class' && it.source.connection === connection).sort(latestEndedFirst)
  for (const [sourceId, decided] of [...classDecisions].sort(byFirst)) propose(sourceId, decided, 'decided')
  for (const { source: it, recordId, endReason } of ours)
    if (endReason === null && classDecisions.get(it.id) !== 'leave_out') propose(it.id, recordId, 'linked')
  // whose class is in the source, and is another one now, is free; whose class was not named is not
  const isKept = (sourceId: string): boolean =>
    !source.has(sourceId) && input.incomplete.class !== null && !input.gone.has(recordKey('class', sourceId))
  const live = new Set(ours.flatMap((it) => (it.endReason === null && isKept(it.source.id) ? [it.recordId] : [])))
  for (const { source: it, recordId, endReason } of ours)
    if ((endReason === 'left' || endReason === 'out_of_scope') && !live.has(recordId) && classDecisions.get(it.id) !== 'leave_out')
      propose(it.id, recordId, 'came_back')
  const namesakes = classesByName(input)
  for (const [sourceId, body] of [...source].sort(byFirst)) {
    const decided = classDecisions.get(sourceId)
    if (found.has(sourceId) || decided === 'leave_out' || decided === 'set_up') continue
    const free = (namesakes.get(nameOf(body)) ?? []).filter((id) => !taken.has(id) && !isAnothers(input, id, sourceId))
    const [only, second] = free
    if (only !== undefined && second === undefined) propose(sourceId, only, 'same_name')
  }
  return found
}

/** Of several namesakes none is taken, for then a person must choose; archived ones are not offered. */
function classesByName({ directory }: PlanInput): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>()
  for (const { id, fields } of directory.classes.values()) {
    // what people here made and fill is theirs, whatever a class of the source is called (S-101)
    if (fields.isArchived || fields.localFields.includes('members')) continue
    const name = nameOf(fields)
    byName.set(name, [...(byName.get(name) ?? []), id])
  }
  return byName
}

function nameOf({ kind, name }: Pick<ClassBody, 'kind' | 'name'>): string {
  return `${kind} ${foldName(name)}`
}

/** A class that stands, or stood, for another one of this source: next year's 7A is not last year's. */
function isAnothers({ links, connection }: PlanInput, recordId: string, sourceId: string): boolean {
  return links
    .of('class', recordId)
    .some((it) => it.source.connection === connection && it.source.id !== sourceId && it.endReason !== 'ids_cleared')
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

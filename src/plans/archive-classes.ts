import type { Directory } from '../directory/index.ts'
import { type Change, NOTHING } from './plan.ts'
import type { PlannedClasses } from './plan-classes.ts'
import type { PlanInput } from './plan-input.ts'

/**
 * Classes of ours that left the source, in this plan or earlier, and in which no pupil is any more once the plan is applied
 * (S-104). Leavers do not count: they stay on record, not in last year's class. What a person here owns of a class is theirs.
 *
 * @param changes those of the plan's own scope: a plan about classes alone moves nobody
 */
export function emptiedClasses(input: PlanInput, { refs }: Pick<PlannedClasses, 'refs'>, changes: readonly Change[]): ReadonlySet<string> {
  const { directory, connection } = input
  const claimed = new Set(refs.values())
  const links = directory.links.filter((it) => it.recordKind === 'class')
  const leaving = new Set(changes.flatMap((it) => (it.recordKind === 'class' && it.operation === 'desync' ? [it.recordId] : [])))
  const stays = new Set(links.flatMap((it) => (it.endReason === null && !leaving.has(it.recordId) ? [it.recordId] : [])))
  const left = links.filter((it) => it.source.connection === connection && (it.endReason === 'left' || leaving.has(it.recordId)))
  const inUse = classesWithPupils(directory, changes)
  return new Set(
    left.flatMap(({ recordId }) => {
      const fields = directory.classes.get(recordId)?.fields
      const isOurs = fields === undefined || fields.isArchived || fields.localFields.includes('isArchived')
      return isOurs || claimed.has(recordId) || stays.has(recordId) || inUse.has(recordId) ? [] : [recordId]
    }),
  )
}

/** Classes in which there are pupils once the changes are made; pupils who have left are none. */
function classesWithPupils({ people, links }: Directory, changes: readonly Change[]): ReadonlySet<string> {
  const hasLink = new Set(links.flatMap((it) => (it.recordKind === 'person' && it.endReason !== 'left' ? [it.recordId] : [])))
  const hasLeft = new Set(links.flatMap((it) => (it.recordKind === 'person' && !hasLink.has(it.recordId) ? [it.recordId] : [])))
  const ended = new Set<string>()
  const used = new Set<string>()
  for (const { recordKind, recordId, before, after } of changes) {
    if (recordKind !== 'person') continue
    if (after.link?.state === 'left' && recordId !== null) hasLeft.add(recordId)
    if (after.link?.state === 'live' && recordId !== null) hasLeft.delete(recordId)
    for (const it of before.enrolments) ended.add(`${recordId} ${it.class}`)
    for (const it of after.enrolments) if (it.role === 'pupil') used.add(it.class)
  }
  for (const { id, enrolments } of people.values())
    for (const it of enrolments) if (it.role === 'pupil' && !hasLeft.has(id) && !ended.has(`${id} ${it.class}`)) used.add(it.class)
  return used
}

/** The plan with its emptied classes archived: one change a class, so that a class that leaves is not counted twice. */
export function withArchived(input: PlanInput, changes: readonly Change[], emptied: ReadonlySet<string>): readonly Change[] {
  if (!input.archivesEmptied || emptied.size === 0) return changes
  const leaving = new Map(changes.flatMap((it) => (isLeavingClass(it) && emptied.has(it.recordId ?? '') ? [[it.recordId, it]] : [])))
  const archived = [...emptied].map((id): Change => {
    const leaves = leaving.get(id)
    return {
      key: `class archive ${id}`,
      recordKind: 'class',
      population: 'class',
      operation: 'archive',
      recordId: id,
      source: leaves?.source ?? null,
      before: { ...NOTHING, fields: { isArchived: false }, link: leaves?.before.link ?? null },
      after: { ...NOTHING, fields: { isArchived: true }, link: leaves?.after.link ?? null },
      reason: { code: 'class.emptied', params: {} },
    }
  })
  return [...changes.filter((it) => !(isLeavingClass(it) && emptied.has(it.recordId ?? ''))), ...archived]
}

function isLeavingClass({ recordKind, operation }: Change): boolean {
  return recordKind === 'class' && operation === 'desync'
}

import type { DirectoryLink } from '../directory/index.ts'
import { recordKey, type SourceKind } from '../roster/index.ts'
import { linkState } from './link-index.ts'
import { type Change, NOTHING, type Population } from './plan.ts'
import type { PlannedClasses } from './plan-classes.ts'
import { type PlanInput, sourceRef } from './plan-input.ts'

/**
 * Live links that end for another reason than leaving: a person said that the two are not the same (D2, S-60), or the
 * school now reads these records from another connection, and only one is live at a time (S-18, D23).
 */
export function planUnlinks(input: PlanInput, { refs }: PlannedClasses): readonly Change[] {
  const standing = new Set(
    input.rows.flatMap((it) => (it.status === 'synced' || it.status === 'desynced' ? [`${it.personId} ${it.sourceId}`] : [])),
  )
  // another record of the same person stands for them now (D26): this one is kept as their second
  const taken = new Set(
    input.rows.flatMap(({ kind, personId, sourceId, status }) => {
      if (status !== 'synced' || personId === null || sourceId === null) return []
      const source = sourceRef(input, kind, sourceId)
      return linkState(input.links, { recordKind: 'person', recordId: personId }, source).state === 'merged' ? [personId] : []
    }),
  )
  const claimed = new Map([...refs].map(([sourceId, ref]) => [ref, sourceId]))
  const isApart = ({ recordKind, recordId, source }: DirectoryLink): boolean => {
    if (recordKind === 'person') return !standing.has(`${recordId} ${source.id}`)
    if (recordKind !== 'class') return false
    const isElsewhere = input.source.has(recordKey('class', source.id)) && refs.get(source.id) !== recordId
    return isElsewhere || (claimed.get(recordId) ?? source.id) !== source.id
  }
  return input.directory.links.flatMap((link): readonly Change[] => {
    if (link.endReason !== null) return []
    if (link.source.connection !== input.connection) return isCarried(link, input) ? [unlink(link, 'ids_cleared')] : []
    return isApart(link) ? [unlink(link, link.recordKind === 'person' && taken.has(link.recordId) ? 'merged' : 'unmatched')] : []
  })
}

function unlink(link: DirectoryLink, state: 'unmatched' | 'ids_cleared' | 'merged'): Change {
  const { recordKind, recordId, source } = link
  return {
    key: `${recordKind} unlink ${recordId} ${source.connection} ${source.kind} ${source.id}`,
    recordKind,
    population: source.kind satisfies Population,
    operation: 'unlink',
    recordId,
    source,
    before: { ...NOTHING, link: { state: 'live' } },
    after: { ...NOTHING, link: { state } },
    reason: { code: `${recordKind}.${state}`, params: {} },
  }
}

/** Whether this connection's source carries such records, so that it takes over from the other. */
function isCarried({ source: { kind } }: DirectoryLink, { incomplete }: PlanInput): boolean {
  const sourceKind: SourceKind = kind === 'year_group' ? 'pupil' : kind
  return incomplete[sourceKind] !== 'not in the source'
}

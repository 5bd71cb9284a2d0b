import type { DirectoryLink, DirectoryPerson, SourceRef } from '../directory/index.ts'
import { latestEndedFirst } from '../roster/index.ts'
import { type LinkIndex, linkState } from './link-index.ts'
import type { PlannedLink } from './plan.ts'

/** What a merge does to one link of one record. */
export interface LinkChange {
  readonly source: SourceRef
  readonly before: PlannedLink
  readonly after: PlannedLink
}

/** The live link of a person, if any. */
export function liveLink(links: LinkIndex, personId: string): DirectoryLink | undefined {
  return links.of('person', personId).find((it) => it.endReason === null)
}

/**
 * The links of records that become one person, by record; the first is kept. One link stays live: that of the kept record, else
 * that of the first other who has one. Every other source record that stood for one of them is from then on a second record of
 * this person (`merged`): no sync makes somebody new of it, and it takes over when the first has left. Without a live link all
 * stand as they stood, so that whoever comes back is found again.
 */
export function mergedLinks(people: readonly DirectoryPerson[], links: LinkIndex): ReadonlyMap<string, readonly LinkChange[]> {
  const [keep, ...others] = people
  if (keep === undefined) return new Map()
  const live = people.map((it) => liveLink(links, it.id)).find((it) => it !== undefined)
  const isMoved = live !== undefined && live.recordId !== keep.id
  const changes = new Map<string, LinkChange[]>(people.map((it) => [it.id, []]))
  const change = (recordId: string, source: SourceRef, after: PlannedLink): void => {
    const before = linkState(links, { recordKind: 'person', recordId }, source)
    if (before.state !== after.state) changes.get(recordId)?.push({ source, before, after })
  }
  const kept = new Set<string>()
  if (isMoved) {
    change(keep.id, live.source, { state: 'live' })
    kept.add(keyOf(live.source))
  }
  const given = others.flatMap((it) => links.of('person', it.id).filter((link) => link.endReason !== 'unmatched')).sort(liveFirst)
  const isGiven = new Set(given.map(({ source }) => keyOf(source)))
  for (const link of [...links.of('person', keep.id)].sort(liveFirst)) {
    // what another one of them brings says more than how its own link to it ended
    if (kept.has(keyOf(link.source)) || (link.endReason !== null && isGiven.has(keyOf(link.source)))) continue
    kept.add(keyOf(link.source))
    if (isMoved && isRevivable(link)) change(keep.id, link.source, { state: 'merged' })
  }
  for (const link of given) {
    const { recordId, source, endReason } = link
    if (!kept.has(keyOf(source))) {
      kept.add(keyOf(source))
      change(keep.id, source, live === undefined || endReason === 'ids_cleared' ? stateOf(link) : { state: 'merged' })
    }
    if (endReason !== 'ids_cleared') change(recordId, source, { state: 'merged' })
  }
  return changes
}

/** Live links first, then those that ended last; the order of the rows never matters. */
function liveFirst(a: DirectoryLink, b: DirectoryLink): number {
  return Number(b.endReason === null) - Number(a.endReason === null) || latestEndedFirst(a, b)
}

/** Whether the source's naming the id again would bring the link back (D29). */
function isRevivable({ endReason }: DirectoryLink): boolean {
  return endReason === 'left' || endReason === 'out_of_scope'
}

function stateOf({ endReason, endedAt }: DirectoryLink): PlannedLink {
  return { state: endReason ?? 'live', ...(endedAt === null ? {} : { endedAt }) }
}

function keyOf({ connection, kind, id }: SourceRef): string {
  return `${connection} ${kind} ${id}`
}

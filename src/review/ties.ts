import type { DirectoryLink } from '../directory/index.ts'
import { type LinkEndReason, latestEndedFirst } from '../roster/index.ts'

/** How people of one kind are tied to records of this connection's source. */
export interface Ties {
  /** Live links, by person. */
  readonly live: ReadonlyMap<string, string>
  /** Ended links that the source's naming the id again revives (D29), by person. */
  readonly revived: ReadonlyMap<string, string>
  /** Why the latest link ended of people without a live one. */
  readonly ended: ReadonlyMap<string, LinkEndReason>
  /** Source records that stand for somebody whom another one stands for already (D26): nobody new, and nobody's pair. */
  readonly seconds: ReadonlySet<string>
}

/** What the ties of people depend on besides their links. */
export interface TiesAround {
  /** A person said that the two are not the same, or that one of them is somebody else's. */
  isApart(personId: string, sourceId: string): boolean
  /** The source names this id, inside the scope. */
  isThere(sourceId: string): boolean
  /** The read proves that this id has left. */
  hasLeft(sourceId: string): boolean
  /** Somebody has taken this record out of the sync (D3). */
  isByHand(personId: string): boolean
}

/**
 * Reads the links of one connection and kind. A pair that a person has split is apart, even while its link is still live. A
 * second record of somebody (its link ended with `merged`) is nobody's while the first stands, and takes over in the read that
 * proves that the first has left; by itself it brings nobody back (D29). Who is managed by hand is not revived, and stands for
 * the second records as if linked (D3).
 */
export function tiesOf(links: readonly DirectoryLink[], around: TiesAround): Ties {
  const { isApart, isByHand, isThere } = around
  const seconds = links.filter(
    ({ recordId, source, endReason }) => endReason === 'merged' && isThere(source.id) && !isApart(recordId, source.id),
  )
  const { live, ended, over } = standing(links, around, new Set(seconds.map((it) => it.recordId)))
  const taken = new Set(live.values())
  const revived = new Map<string, string>()
  for (const { recordId, source, endReason } of links.filter((it) => it.endReason !== null).sort(latestEndedFirst)) {
    if (endReason === null || live.has(recordId)) continue
    if (!ended.has(recordId)) ended.set(recordId, endReason)
    const mayRevive = endReason === 'left' || endReason === 'out_of_scope' || (endReason === 'merged' && over.has(recordId))
    const revives = mayRevive && !isByHand(recordId) && isThere(source.id) && !isApart(recordId, source.id)
    if (!revives || revived.has(recordId) || taken.has(source.id)) continue
    revived.set(recordId, source.id)
    taken.add(source.id)
  }
  const stands = (it: DirectoryLink): boolean => live.has(it.recordId) || over.has(it.recordId) || isByHand(it.recordId)
  return { live, revived, ended, seconds: new Set(seconds.filter(stands).flatMap(({ source: { id } }) => (taken.has(id) ? [] : [id]))) }
}

/** @param withSecond people of whom the source names a second record: where the first has left, their live link is over */
function standing(links: readonly DirectoryLink[], { isApart, isThere, hasLeft }: TiesAround, withSecond: ReadonlySet<string>) {
  const live = new Map<string, string>()
  const ended = new Map<string, LinkEndReason>()
  const over = new Set<string>()
  for (const { recordId, source, endReason } of links) {
    if (endReason !== null) continue
    if (isApart(recordId, source.id)) ended.set(recordId, 'unmatched')
    else if (isThere(source.id) || !withSecond.has(recordId) || !hasLeft(source.id)) live.set(recordId, source.id)
    else over.add(recordId)
  }
  return { live, ended, over }
}

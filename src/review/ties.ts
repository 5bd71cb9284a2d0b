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
}

/**
 * Reads the links of one connection and kind. A pair that a person has split is apart, even while its link is still live.
 *
 * @param isThere whether the source names this id, inside the scope
 */
export function tiesOf(
  links: readonly DirectoryLink[],
  isApart: (personId: string, sourceId: string) => boolean,
  isThere: (sourceId: string) => boolean,
): Ties {
  const live = new Map<string, string>()
  const ended = new Map<string, LinkEndReason>()
  for (const { recordId, source, endReason } of links) {
    if (endReason !== null) continue
    if (isApart(recordId, source.id)) ended.set(recordId, 'unmatched')
    else live.set(recordId, source.id)
  }
  const taken = new Set(live.values())
  const revived = new Map<string, string>()
  for (const { recordId, source, endReason } of links.filter((it) => it.endReason !== null).sort(latestEndedFirst)) {
    if (endReason === null || live.has(recordId)) continue
    if (!ended.has(recordId)) ended.set(recordId, endReason)
    const revives = (endReason === 'left' || endReason === 'out_of_scope') && isThere(source.id) && !isApart(recordId, source.id)
    if (!revives || revived.has(recordId) || taken.has(source.id)) continue
    revived.set(recordId, source.id)
    taken.add(source.id)
  }
  return { live, revived, ended }
}

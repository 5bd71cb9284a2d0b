import type { DirectoryLink, RecordKind, SourceRef } from '../directory/index.ts'
import type { PlannedLink } from './plan.ts'

/** Finds the links of a record without walking them all. */
export interface LinkIndex {
  of(kind: RecordKind, recordId: string): readonly DirectoryLink[]
}

/** Indexes links by record; those of one record keep their order. */
export function indexLinks(links: readonly DirectoryLink[]): LinkIndex {
  const byRecord = new Map<string, DirectoryLink[]>()
  for (const link of links) {
    const key = `${link.recordKind} ${link.recordId}`
    const known = byRecord.get(key)
    if (known === undefined) byRecord.set(key, [link])
    else known.push(link)
  }
  return { of: (kind, recordId) => byRecord.get(`${kind} ${recordId}`) ?? [] }
}

/** How the link between a record and exactly this source record stands. */
export function linkState(
  links: LinkIndex,
  { recordKind, recordId }: Pick<DirectoryLink, 'recordKind' | 'recordId'>,
  source: SourceRef,
): PlannedLink {
  const link = links
    .of(recordKind, recordId)
    .find((it) => it.source.id === source.id && it.source.kind === source.kind && it.source.connection === source.connection)
  if (link === undefined) return { state: 'none' }
  return { state: link.endReason ?? 'live', ...(link.endedAt === null ? {} : { endedAt: link.endedAt }) }
}

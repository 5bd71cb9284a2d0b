/** What orders a link among others. */
interface OrderedLink {
  readonly recordId: string
  readonly source: { readonly id: string }
  readonly endedAt: string | null
}

/** The link that ended last comes first, live ones come last; then by ids, so that the order of the rows never matters. */
export function latestEndedFirst(a: OrderedLink, b: OrderedLink): number {
  if (a.endedAt !== b.endedAt) return (a.endedAt ?? '') > (b.endedAt ?? '') ? -1 : 1
  return `${a.recordId} ${a.source.id}` < `${b.recordId} ${b.source.id}` ? -1 : 1
}

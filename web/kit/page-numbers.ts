/** A page to link to, or a gap. */
export interface PageNumber {
  readonly key: string
  readonly page: number | null
}

/** First, last, and the page itself; its neighbours are *Previous* and *Next*. What lies between is a gap, unless it is one page. */
export function pageNumbers(page: number, pages: number): readonly PageNumber[] {
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter((it) => it === 1 || it === pages || it === page)
  return shown.flatMap((it, at) => {
    const before = shown[at - 1] ?? 0
    const own = { key: String(it), page: it }
    if (it - before === 2) return [{ key: String(it - 1), page: it - 1 }, own]
    return it - before > 2 ? [{ key: `gap-${it}`, page: null }, own] : [own]
  })
}

/** A page to link to, or a gap. */
export interface PageNumber {
  readonly key: string
  readonly page: number | null
}

/** First, last, and two on each side of the page; what lies between is a gap, unless it is one page. */
export function pageNumbers(page: number, pages: number): readonly PageNumber[] {
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter((it) => it === 1 || it === pages || Math.abs(it - page) <= 2)
  return shown.flatMap((it, at) => {
    const before = shown[at - 1] ?? 0
    const own = { key: String(it), page: it }
    if (it - before === 2) return [{ key: String(it - 1), page: it - 1 }, own]
    return it - before > 2 ? [{ key: `gap-${it}`, page: null }, own] : [own]
  })
}

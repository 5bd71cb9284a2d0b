/** One page of a list, as every list answers. */
export interface PageOf<Row> {
  readonly items: readonly Row[]
  readonly pages: number
}

/** Every row of a list, page by page. What is added while it is read may be missed: a list on paper is old as well. */
export async function readAll<Row>(read: (page: number) => Promise<PageOf<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const { items, pages } = await read(page)
    rows.push(...items)
    if (page >= pages) return rows
  }
}

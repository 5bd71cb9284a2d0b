import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'

/** What a caller says about the page they want: `pageQuery` of the contract, parsed. */
export interface PageQuery {
  readonly cursor?: string | undefined
  readonly page?: number | undefined
  readonly limit: number
}

/** The part of a list to read. */
export interface Window {
  readonly offset: number
  readonly limit: number
}

/** A part of a list, and how many the whole filter has. */
export interface Found<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** A page as every list answers it. */
export interface Page<Item> {
  items: Item[]
  total: number
  page: number
  pages: number
  nextCursor: string | null
  previousCursor: string | null
}

/**
 * Reads the page that was asked for. What `read` gives besides items and total, such as counts, goes along.
 *
 * @example paged(call.query, (window) => inSchool(database, call.scope, (tx) => listPeople(tx, { ...window, kind })))
 */
export async function paged<Item, Read extends Found<Item>>(
  query: PageQuery,
  read: (window: Window) => Promise<Read & Found<Item>>,
): Promise<Result<Omit<Read, 'items' | 'total'> & Page<Item>, Problem>> {
  const offset = offsetOf(query)
  if (offset === null) return fail(problem('list.cursor_unknown'))
  const { limit } = query
  const { items, total, ...more } = await read({ offset, limit })
  const after = offset + limit
  return ok({
    ...more,
    items: [...items],
    total,
    page: Math.floor(offset / limit) + 1,
    pages: Math.max(1, Math.ceil(total / limit)),
    nextCursor: after < total ? cursorOf(after) : null,
    previousCursor: offset > 0 ? cursorOf(Math.max(0, offset - limit)) : null,
  })
}

function offsetOf({ cursor, page, limit }: PageQuery): number | null {
  if (cursor === undefined) return ((page ?? 1) - 1) * limit
  const [, digits] = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  return digits === undefined ? null : Number(digits)
}

function cursorOf(offset: number): string {
  return Buffer.from(`from:${offset}`, 'latin1').toString('base64url')
}

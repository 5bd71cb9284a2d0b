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

/** A part of a list to read, of which a place may be marked: beside it, else from the offset. */
export interface MarkedWindow extends Window {
  readonly beside?: { readonly side: 'after' | 'before'; readonly mark: string }
}

/** A part of a list with marks that keep their places while the list changes. */
export interface MarkedPart<Item> extends Found<Item> {
  /** How many items come before these. */
  readonly offset: number
  readonly marks: { readonly first: string; readonly last: string } | null
}

/** Reads the page that was asked for of a list that changes while it is read. `read` gives null for a mark that it does not know. */
export async function pagedByMark<Item, Read extends MarkedPart<Item>>(
  query: PageQuery,
  read: (window: MarkedWindow) => Promise<(Read & MarkedPart<Item>) | null>,
): Promise<Result<Omit<Read, keyof MarkedPart<Item>> & Page<Item>, Problem>> {
  const window = markedWindowOf(query)
  const part = window === null ? null : await read(window)
  if (part === null) return fail(problem('list.cursor_unknown'))
  const { limit } = query
  const { items, total, offset, marks, ...more } = part
  const after = offset + items.length
  // who has left the list meanwhile leaves a page before this one short
  const page = Math.ceil(offset / limit) + 1
  const back = Math.max(0, offset - limit)
  return ok({
    ...more,
    items: [...items],
    total,
    page,
    pages: Math.max(1, items.length === 0 ? Math.ceil(total / limit) : page + Math.ceil((total - after) / limit)),
    nextCursor: marks !== null && after < total ? cursorFrom(`after:${after}:${marks.last}`) : null,
    previousCursor: offset === 0 ? null : marks === null ? cursorOf(back) : cursorFrom(`before:${back}:${marks.first}`),
  })
}

function markedWindowOf(query: PageQuery): MarkedWindow | null {
  const { cursor, limit } = query
  const [, side, digits, mark] = /^(after|before):(\d{1,9}):(.+)$/.exec(Buffer.from(cursor ?? '', 'base64url').toString('latin1')) ?? []
  if (side !== undefined && mark !== undefined) {
    return { offset: Number(digits), limit, beside: { side: side === 'before' ? 'before' : 'after', mark } }
  }
  const offset = offsetOf(query)
  return offset === null ? null : { offset, limit }
}

function cursorFrom(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64url')
}

function offsetOf({ cursor, page, limit }: PageQuery): number | null {
  if (cursor === undefined) return ((page ?? 1) - 1) * limit
  const [, digits] = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  return digits === undefined ? null : Number(digits)
}

function cursorOf(offset: number): string {
  return cursorFrom(`from:${offset}`)
}

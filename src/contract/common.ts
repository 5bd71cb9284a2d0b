import { z } from 'zod'

/** How many rows a page has when the caller does not say, and at the most. */
const PAGE_SIZE = { usual: 100, max: 250 } as const

/** A code and the values its sentence names: rendered by `wording`, the same in screen, CSV and API. */
export const messageSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Message = z.infer<typeof messageSchema>

/** What every list takes: `cursor` from an earlier answer, or a page number from 1. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE.max).default(PAGE_SIZE.usual),
}

/** A page of a list. `total` counts the whole filter, not the page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  })
}

/** An error answer (RFC 9457) with our code, its cure, and what the sentence names. */
export const problemSchema = z.object({
  type: z.string(),
  status: z.number().int(),
  code: z.string(),
  title: z.string(),
  /** What to do about it. */
  cure: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** 403: the names of the school's coordinators (D18). */
  coordinators: z.array(z.string()).optional(),
  /** 422 of a form: what is wrong with which field. */
  fields: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  /** 412: who changed what the caller had not seen. */
  changedBy: z.object({ name: z.string(), at: z.string(), rows: z.array(z.string()) }).optional(),
})
export type ApiProblem = z.infer<typeof problemSchema>

export const vocabularySchema = z.enum(['en-GB', 'en-US'])
export const kindSchema = z.enum(['pupil', 'staff'])
export const statusSchema = z.enum(['not_matched', 'new', 'matched', 'may_match', 'synced', 'desynced'])
/** An instant, ISO 8601 in UTC. */
export const instant = z.string()
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
/** The end of a day by the school's own clock, `YYYY-MM-DD`. */
export const day = z.iso.date()
/** What people type: trimmed, without control characters. */
export const typed = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)

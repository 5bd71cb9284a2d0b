import { z } from 'zod'
import { instant, kindSchema, messageSchema, typed, uuid } from './common.ts'
import { evidenceSchema } from './explanation.ts'
import { messageHeld } from './messages.ts'
import { personSchema } from './people.ts'
import type { RouteDefinition } from './route.ts'

/** Where a row stands in a file that was read. */
const placeSchema = z.object({ file: z.string(), line: z.number().int() })

const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** One write to a person, back to what it came from. */
const writeSchema = z.object({
  at: instant,
  by: z.string(),
  operation: z.string(),
  /** The rule that wanted it: a code of `why.rule`. */
  rule: messageSchema,
  /** Who decided, where the rule is a decision. */
  decided: z.object({ by: z.string(), at: instant }).nullable(),
  /** The row that said so; null: none did, or it was read before places were kept. */
  place: placeSchema.nullable(),
  /** The plan that it stood in; null: a person did it by hand. */
  plan: z.object({ run: uuid, builtAt: instant, approvedBy: z.string().nullable() }).nullable(),
  fields: z.array(fieldChange),
})

/** Why a person is as they are: from the row of a file to the last e-mail (N-18). */
export const whySchema = personSchema.extend({
  /** The record of the MIS that stands for them, or stood last; null: none ever did. */
  source: z
    .object({
      connection: z.string(),
      /** The row that first said what holds now. */
      place: placeSchema.nullable(),
      /** When that was read. */
      readAt: instant,
      /** When the MIS was read last. */
      lastReadAt: instant,
      /** Null while the MIS names them; else when it no longer did. */
      goneAt: instant.nullable(),
    })
    .nullable(),
  /** What was understood of that row; `said` is what stands there where we write it in another way. */
  understood: z.array(
    z.object({
      field: z.string(),
      value: z.string().nullable(),
      said: z.string().nullable(),
      /** Who typed it here, where the row says nothing; null: it is the row's. */
      typed: z.object({ by: z.string(), at: instant }).nullable(),
    }),
  ),
  /** Why the two were taken for one person; null: they were not compared (see `rule` of the write). */
  match: z
    .object({
      verdict: messageSchema,
      warnings: z.array(messageSchema),
      evidence: z.array(evidenceSchema),
    })
    .nullable(),
  /** The write that made the link, or, without one, the person; null: nobody noted it. */
  made: writeSchema.nullable(),
  /** Every later write, newest first. */
  later: z.array(writeSchema),
  messages: z.array(z.object({ kind: z.string(), state: messageHeld.shape.state, why: z.string().nullable(), at: instant })),
})
export type Why = z.infer<typeof whySchema>

/** Somebody who fits a name, and why they are here or not (N-18). */
export const missingSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: kindSchema,
  /** Class or year group, as it is known. */
  detail: z.string().nullable(),
  /** A code of `missing.reason`, whose sentence says why; that of `missing.cure` says what to do. */
  reason: messageSchema,
  decided: z.object({ by: z.string(), at: instant }).nullable(),
  place: placeSchema.nullable(),
  /** Their record here. */
  person: uuid.nullable(),
  /** The open run in which they can be decided about. */
  run: uuid.nullable(),
})
export type Missing = z.infer<typeof missingSchema>

export const whyRoutes = {
  'people.why': {
    summary: 'Why a person is as they are: the row, what was understood, the match, the rule, the plan, the write, the e-mails (N-18)',
    access: 'people.read',
    answer: whySchema,
  },
  'people.missing': {
    summary: 'Why somebody is missing: everybody whom a name fits, here, in the newest data or gone, and what to do (N-18)',
    access: 'people.read',
    body: z.object({ q: typed(100) }),
    answer: z.object({
      /** At most 50. */
      items: z.array(missingSchema),
      total: z.number().int(),
      /** When the MIS was read last; null: never. */
      lastReadAt: instant.nullable(),
      /** Rows of the newest file that could not be used: whoever is not found may be one of them. */
      unusableRows: z.number().int(),
    }),
  },
} as const satisfies Record<string, RouteDefinition>

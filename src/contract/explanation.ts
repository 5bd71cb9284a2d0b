import { z } from 'zod'
import { CLOSENESS, WEIGHTS_IN_WORDS } from '../wording/index.ts'
import { messageSchema } from './common.ts'

/** One piece of evidence for or against a pair. */
export const evidenceSchema = messageSchema.extend({
  weight: z.enum(WEIGHTS_IN_WORDS),
  /** One decimal; null unless asked for. */
  bits: z.number().nullable(),
})

/** The best other pair that one of the two could make. */
const rivalSchema = z.object({
  side: z.enum(['here', 'mis']),
  name: z.string(),
  /** Class or year group; of staff what they are. */
  detail: z.string().nullable(),
  closeness: z.enum(CLOSENESS),
})

/** Why two records are, or may be, one person (N-01). */
export const explanationFields = {
  /** Strongest first. */
  evidence: z.array(evidenceSchema),
  rival: rivalSchema.nullable(),
  /** What would change the answer. */
  whatIf: z.array(messageSchema),
  /** What the evidence adds up to, and the chance that it makes; null unless asked for. */
  bits: z.number().nullable(),
  probability: z.number().nullable(),
}

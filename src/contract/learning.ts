import { z } from 'zod'
import { instant, kindSchema, typed, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

const pairSchema = z.object({ directoryId: z.string(), sourceId: z.string() })
/** What the engine alone says of decided pairs, counted. */
const tallySchema = z.object({
  matchedRight: z.number().int(),
  matchedWrong: z.number().int(),
  mayMatch: z.number().int(),
  /** Called the same, and not offered. */
  missed: z.number().int(),
  /** Called different, and not offered. */
  apart: z.number().int(),
})
const answerSchema = z.enum(['matched', 'may_match', 'not_offered', 'other'])
const boxSchema = z.enum(['forename', 'surname'])

/** The replay of every past decision: before, with what was learnt, and with what was learnt without it. Ids only. */
export const replaySchema = z.object({
  seed: z.string(),
  decisions: z.number().int(),
  before: tallySchema,
  after: tallySchema,
  heldOut: tallySchema,
  contradictions: z.array(pairSchema.extend({ said: z.enum(['same', 'different']), before: answerSchema, after: answerSchema })),
  /** What people said of offered pairs, by the chance that they would have. */
  curve: z.array(z.object({ from: z.number(), to: z.number(), pairs: z.number().int(), same: z.number().int() })),
  /** Pairs nobody decided about that become Matched, or no longer are. */
  gained: z.array(pairSchema),
  lost: z.array(pairSchema),
  isAdoptable: z.boolean(),
  because: z.array(z.enum(['nothing_said', 'contradicts', 'less_precise'])),
})

/** One version of what decisions taught. */
export const learnedVersionSchema = z.object({
  version: z.number().int(),
  kind: kindSchema,
  state: z.enum(['proposed', 'adopted', 'retired']),
  /** The shipped weights it was learnt from. */
  base: z.string(),
  decisions: z.number().int(),
  thresholds: z.object({ certainFrom: z.number(), possibleFrom: z.number(), marginBits: z.number() }),
  aliases: z.array(z.object({ box: boxSchema, left: z.string(), right: z.string(), decisionIds: z.array(uuid) })),
  report: replaySchema,
  /** The version whose place it took; null: the shipped weights. */
  replaces: z.number().int().nullable(),
  proposedAt: instant,
  adoptedAt: instant.nullable(),
  adoptedBy: z.string().nullable(),
})

const learningAnswer = z.object({
  /** Newest first. */
  versions: z.array(learnedVersionSchema),
  aliases: z.array(
    z.object({ kind: kindSchema, box: boxSchema, left: z.string(), right: z.string(), version: z.number().int().nullable(), at: instant }),
  ),
})
export type Learning = z.infer<typeof learningAnswer>

const version = z.number().int().min(1).max(1_000_000_000)

export const learningRoutes = {
  'learning.read': {
    summary: "What the school's decisions have taught its matching: versions and aliases (N-06)",
    access: 'learning.read',
    answer: learningAnswer,
  },
  'learning.propose': {
    summary: 'Learns from all decisions and replays them: proposals that nothing is matched by yet',
    access: 'learning.adopt',
    body: z.object({ seed: typed(100).default('muster') }),
    answer: learningAnswer,
  },
  'learning.adopt': {
    summary: 'Matches by a version from now on, where a replay of all decisions lets it pass; again: nothing changes',
    access: 'learning.adopt',
    body: z.object({ version }),
    answer: learningAnswer,
  },
  'learning.back': {
    summary: 'Goes back from an adopted version to what it had replaced',
    access: 'learning.adopt',
    body: z.object({ version }),
    answer: learningAnswer,
  },
} as const satisfies Record<string, RouteDefinition>

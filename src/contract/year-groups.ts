import { z } from 'zod'
import { instant } from './common.ts'
import type { RouteDefinition } from './route.ts'

/** Who said what a spelling means; null: it was understood by itself. */
const saidSchema = z.object({ by: z.string(), at: instant }).nullable()

const heldYearGroup = z.object({
  code: z.string(),
  name: z.string(),
  /** Without leavers. */
  pupils: z.number().int(),
  /** Without archived ones: those that say so, and of those that say none, those in which its pupils are. */
  classes: z.number().int(),
  /** How the MIS spelled it at the last sync, with its synced pupils. */
  spellings: z.array(z.object({ raw: z.string(), pupils: z.number().int(), said: saidSchema })),
})
export type ListedYearGroup = z.infer<typeof heldYearGroup>

export const yearGroupRoutes = {
  'yearGroups.list': {
    summary: 'The year groups of the school, youngest first, and how the last sync understood those of the MIS (S-85)',
    access: 'people.read',
    answer: z.object({
      items: z.array(heldYearGroup),
      /** Pupils who stand in none. */
      withoutYearGroup: z.number().int(),
      /** Spellings of which somebody said that they are not synced, in small letters. */
      notSynced: z.array(z.object({ spelling: z.string(), said: saidSchema })),
      /** When the last sync was carried out; null: none was. */
      lastSync: instant.nullable(),
    }),
  },
} as const satisfies Record<string, RouteDefinition>

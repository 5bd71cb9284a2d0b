import type { z } from 'zod'
import { accessRoutes } from './access.ts'
import { accessGrantRoutes } from './access-grants.ts'
import { accountRoutes } from './account.ts'
import { asOfRoutes } from './as-of.ts'
import { batchRoutes } from './batches.ts'
import { classRoutes } from './classes.ts'
import { deletionRoutes } from './deletions.ts'
import { duplicateRoutes } from './duplicates.ts'
import { eventRoutes } from './events.ts'
import { freshnessRoutes } from './freshness.ts'
import { holdRoutes } from './holds.ts'
import { homeRoutes } from './home.ts'
import { learningRoutes } from './learning.ts'
import { leaverRoutes } from './leavers.ts'
import { limitRoutes } from './limits.ts'
import { messageRoutes } from './messages.ts'
import { panelRoutes } from './panels.ts'
import type { RouteId } from './paths.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plans.ts'
import { rehearsalRoutes } from './rehearsals.ts'
import { reviewRoutes } from './review.ts'
import type { RouteDefinition } from './route.ts'
import { ruleRoutes } from './rules.ts'
import { runRoutes } from './runs.ts'
import { sanityRoutes } from './sanity.ts'
import { scheduleRoutes } from './schedule.ts'
import { uploadRoutes } from './uploads.ts'
import { whyRoutes } from './why.ts'
import { yearGroupRoutes } from './year-groups.ts'

/** The whole API: what each route takes and gives. */
export const ROUTES = {
  ...accessRoutes,
  ...accountRoutes,
  ...runRoutes,
  ...planRoutes,
  ...uploadRoutes,
  ...holdRoutes,
  ...reviewRoutes,
  ...batchRoutes,
  ...freshnessRoutes,
  ...panelRoutes,
  ...homeRoutes,
  ...eventRoutes,
  ...peopleRoutes,
  ...classRoutes,
  ...messageRoutes,
  ...leaverRoutes,
  ...accessGrantRoutes,
  ...deletionRoutes,
  ...yearGroupRoutes,
  ...whyRoutes,
  ...asOfRoutes,
  ...sanityRoutes,
  ...duplicateRoutes,
  ...learningRoutes,
  ...limitRoutes,
  ...ruleRoutes,
  ...rehearsalRoutes,
  ...scheduleRoutes,
} as const satisfies Record<RouteId, RouteDefinition>

type Routes = typeof ROUTES

/** What a route's query string means, before defaults are filled in. */
export type RouteQuery<Id extends RouteId> = Routes[Id] extends { query: infer Schema extends z.ZodType } ? z.input<Schema> : undefined
/** The JSON body that a route takes. */
export type RouteBody<Id extends RouteId> = Routes[Id] extends { body: infer Schema extends z.ZodType } ? z.input<Schema> : undefined
/** What a route answers. */
export type RouteAnswer<Id extends RouteId> = Routes[Id] extends { answer: infer Schema extends z.ZodType } ? z.output<Schema> : undefined

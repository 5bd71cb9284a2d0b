import type { z } from 'zod'
import { accessRoutes } from './access.ts'
import { directoryRoutes } from './directory.ts'
import { learningRoutes } from './learning.ts'
import type { RouteId } from './paths.ts'
import { reviewRoutes } from './review.ts'
import type { RouteDefinition } from './route.ts'
import { runRoutes } from './runs.ts'

/** The whole API: what each route takes and gives. */
export const ROUTES = { ...accessRoutes, ...runRoutes, ...reviewRoutes, ...directoryRoutes, ...learningRoutes } as const satisfies Record<
  RouteId,
  RouteDefinition
>

type Routes = typeof ROUTES

/** What a route's query string means, before defaults are filled in. */
export type RouteQuery<Id extends RouteId> = Routes[Id] extends { query: infer Schema extends z.ZodType } ? z.input<Schema> : undefined
/** The JSON body that a route takes. */
export type RouteBody<Id extends RouteId> = Routes[Id] extends { body: infer Schema extends z.ZodType } ? z.input<Schema> : undefined
/** What a route answers. */
export type RouteAnswer<Id extends RouteId> = Routes[Id] extends { answer: infer Schema extends z.ZodType } ? z.output<Schema> : undefined

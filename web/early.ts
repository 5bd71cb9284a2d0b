import { queryClient, sessionQuery } from './api/client.ts'
import { parseSearch } from './api/search-params.ts'
import { router } from './router.tsx'

/**
 * Asks for what the first page needs before anything is drawn, and at once: its code and texts, who is signed in, and what its
 * route reads. Drawn one after the other, each of them would wait for the one before. Whoever is not signed in is answered so.
 */
export function loadEarly({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const [routes, params] = router.getMatchedRoutes(pathname)
  void queryClient.prefetchQuery(sessionQuery)
  for (const route of routes) {
    void router.loadRouteChunk(route)
    route.options.staticData?.readEarly?.(params, parseSearch(search))
  }
}

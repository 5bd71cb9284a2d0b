import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../lazy-page.ts'

/** What is on hold, under the route of a school. */
export function holdPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  return [
    createRoute({ getParentRoute, path: 'holds', component: lazyPage(() => import('./holds-page.tsx'), 'HoldsPage', ['holds', 'plan']) }),
    createRoute({
      getParentRoute,
      path: 'holds/$run',
      component: lazyPage(() => import('./hold-page.tsx'), 'HoldPage', ['holds', 'plan']),
    }),
  ] as const
}

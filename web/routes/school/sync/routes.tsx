import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readReviewSearch, readRunSearch } from './search.ts'

/** The pages of the wizard, in the order of D16, under the route of a school. Each is loaded when it is opened. */
export function syncRoutes<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const run = { getParentRoute, validateSearch: readRunSearch }
  const table = { getParentRoute, validateSearch: readReviewSearch }
  return [
    createRoute({ ...run, path: 'sync', component: lazyRouteComponent(() => import('./overview.tsx'), 'SyncOverview') }),
    createRoute({ ...run, path: 'sync/connect', component: lazyRouteComponent(() => import('./connect.tsx'), 'Connect') }),
    createRoute({ ...table, path: 'sync/staff', component: lazyRouteComponent(() => import('./people/review-page.tsx'), 'ReviewStaff') }),
    createRoute({ ...run, path: 'sync/years', component: lazyRouteComponent(() => import('./groups/years.tsx'), 'YearGroups') }),
    createRoute({
      ...run,
      path: 'sync/registration',
      component: lazyRouteComponent(() => import('./groups/classes.tsx'), 'RegistrationClasses'),
    }),
    createRoute({ ...run, path: 'sync/subjects', component: lazyRouteComponent(() => import('./groups/classes.tsx'), 'SubjectClasses') }),
    createRoute({
      ...run,
      path: 'sync/pupils/choose',
      component: lazyRouteComponent(() => import('./choose/choose-pupils.tsx'), 'ChoosePupils'),
    }),
    createRoute({ ...table, path: 'sync/pupils', component: lazyRouteComponent(() => import('./people/review-page.tsx'), 'ReviewPupils') }),
    createRoute({ ...run, path: 'sync/review', component: lazyRouteComponent(() => import('./plan/review-plan.tsx'), 'ReviewPlan') }),
    createRoute({ ...run, path: 'sync/progress', component: lazyRouteComponent(() => import('./progress.tsx'), 'SyncProgress') }),
    createRoute({ ...run, path: 'sync/done', component: lazyRouteComponent(() => import('./done.tsx'), 'SyncDone') }),
  ] as const
}

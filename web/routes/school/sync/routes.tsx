import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../lazy-page.ts'
import { readReviewSearch, readRunSearch } from './search.ts'

/** The pages of the wizard, in the order of D16, under the route of a school. Each is loaded when it is opened. */
export function syncRoutes<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const run = { getParentRoute, validateSearch: readRunSearch }
  const table = { getParentRoute, validateSearch: readReviewSearch }
  return [
    createRoute({ ...run, path: 'sync', component: lazyPage(() => import('./overview.tsx'), 'SyncOverview') }),
    createRoute({ ...run, path: 'sync/connect', component: lazyPage(() => import('./connect.tsx'), 'Connect') }),
    createRoute({ ...table, path: 'sync/staff', component: lazyPage(() => import('./people/review-page.tsx'), 'ReviewStaff') }),
    createRoute({ ...run, path: 'sync/years', component: lazyPage(() => import('./groups/years.tsx'), 'YearGroups') }),
    createRoute({
      ...run,
      path: 'sync/registration',
      component: lazyPage(() => import('./groups/classes.tsx'), 'RegistrationClasses'),
    }),
    createRoute({ ...run, path: 'sync/subjects', component: lazyPage(() => import('./groups/classes.tsx'), 'SubjectClasses') }),
    createRoute({
      ...run,
      path: 'sync/pupils/choose',
      component: lazyPage(() => import('./choose/choose-pupils.tsx'), 'ChoosePupils'),
    }),
    createRoute({ ...table, path: 'sync/pupils', component: lazyPage(() => import('./people/review-page.tsx'), 'ReviewPupils') }),
    createRoute({ ...run, path: 'sync/review', component: lazyPage(() => import('./plan/review-plan.tsx'), 'ReviewPlan') }),
    createRoute({ ...run, path: 'sync/progress', component: lazyPage(() => import('./progress.tsx'), 'SyncProgress') }),
    createRoute({ ...run, path: 'sync/done', component: lazyPage(() => import('./done.tsx'), 'SyncDone') }),
  ] as const
}

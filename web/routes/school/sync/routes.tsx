import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../lazy-page.ts'
import { readRunEarly, readTableEarly } from './read-early.ts'
import { readDecideSearch, readReviewSearch, readRunSearch } from './search.ts'

/** The pages of the wizard, in the order of D16, under the route of a school. Each is loaded when it is opened. */
export function syncRoutes<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const run = { getParentRoute, validateSearch: readRunSearch, staticData: { readEarly: readRunEarly } }
  const table = (kind: 'pupil' | 'staff') => ({
    getParentRoute,
    validateSearch: readReviewSearch,
    staticData: { readEarly: readTableEarly(kind) },
  })
  return [
    createRoute({ ...run, path: 'sync', component: lazyPage(() => import('./overview.tsx'), 'SyncOverview', ['sync', 'uploads']) }),
    createRoute({ ...run, path: 'sync/connect', component: lazyPage(() => import('./connect.tsx'), 'Connect', ['sync', 'uploads']) }),
    createRoute({
      ...table('staff'),
      path: 'sync/staff',
      component: lazyPage(() => import('./people/review-page.tsx'), 'ReviewStaff', [
        'explain',
        'review',
        'reviewTable',
        'shortcuts',
        'sync',
      ]),
    }),
    createRoute({ ...run, path: 'sync/years', component: lazyPage(() => import('./groups/years.tsx'), 'YearGroups', ['panels', 'sync']) }),
    createRoute({
      ...run,
      path: 'sync/registration',
      component: lazyPage(() => import('./groups/classes.tsx'), 'RegistrationClasses', ['panels', 'sync']),
    }),
    createRoute({
      ...run,
      path: 'sync/subjects',
      component: lazyPage(() => import('./groups/classes.tsx'), 'SubjectClasses', ['panels', 'sync']),
    }),
    createRoute({
      ...run,
      path: 'sync/pupils/choose',
      component: lazyPage(() => import('./choose/choose-pupils.tsx'), 'ChoosePupils', ['panels', 'sync']),
    }),
    createRoute({
      ...table('pupil'),
      path: 'sync/pupils',
      component: lazyPage(() => import('./people/review-page.tsx'), 'ReviewPupils', [
        'explain',
        'review',
        'reviewTable',
        'shortcuts',
        'sync',
      ]),
    }),
    createRoute({
      getParentRoute,
      validateSearch: readDecideSearch,
      path: 'sync/decide/$row',
      component: lazyPage(() => import('./people/decide-page.tsx'), 'DecideOne', ['explain', 'review', 'reviewTable', 'shortcuts', 'sync']),
    }),
    ...planRoutes(school),
  ] as const
}

/** From the plan to what came of it. */
function planRoutes<School extends AnyRoute>(school: School) {
  const run = { getParentRoute: (): School => school, validateSearch: readRunSearch, staticData: { readEarly: readRunEarly } }
  return [
    createRoute({
      ...run,
      path: 'sync/review',
      component: lazyPage(() => import('./plan/review-plan.tsx'), 'ReviewPlan', ['duplicates', 'errors', 'first', 'holds', 'plan', 'sync']),
    }),
    createRoute({
      ...run,
      path: 'sync/first',
      component: lazyPage(() => import('./first/first-page.tsx'), 'SyncFirst', ['first', 'plan', 'sync']),
    }),
    createRoute({ ...run, path: 'sync/progress', component: lazyPage(() => import('./progress.tsx'), 'SyncProgress', ['sync']) }),
    createRoute({
      ...run,
      path: 'sync/done',
      component: lazyPage(() => import('./done.tsx'), 'SyncDone', ['errors', 'first', 'sync', 'undo']),
    }),
  ] as const
}

import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { queryClient, sessionQuery } from './api/client.ts'
import { parseSearch, readNext, readPage, stringifySearch } from './api/search-params.ts'
import { Loading } from './kit/loading.tsx'
import { lazyPage } from './routes/lazy-page.ts'
import { CrashPage } from './routes/outside/crash-page.tsx'
import { rootRoute } from './routes/root-route.tsx'
import { schoolPages } from './routes/school/routes.tsx'
import { schoolRoute } from './routes/school/school-route.tsx'
import { syncRoutes } from './routes/school/sync/routes.tsx'

const getParentRoute = () => rootRoute

const startRoute = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    const [only, ...others] = session.schools
    if (only !== undefined && others.length === 0) throw redirect({ to: '/s/$school', params: { school: only.code }, replace: true })
    if (session.account === null && session.setUp === 'done') throw redirect({ to: '/sign-in', search: {}, replace: true })
  },
  component: lazyPage(() => import('./routes/outside/start-page.tsx'), 'StartPage'),
})
const schoolsRoute = createRoute({
  getParentRoute,
  path: '/schools',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: '/schools' } })
  },
  component: lazyPage(() => import('./routes/outside/start-page.tsx'), 'StartPage'),
})
const signInRoute = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = readNext(search['next'])
    return next === undefined ? {} : { next }
  },
  component: lazyPage(() => import('./routes/outside/sign-in-page.tsx'), 'SignInPage'),
})
const setUpRoute = createRoute({
  getParentRoute,
  path: '/setup/$code',
  validateSearch: (search: Record<string, unknown>): { step?: number } => {
    const step = readPage(search['step'])
    return step === undefined ? {} : { step }
  },
  component: lazyPage(() => import('./routes/outside/set-up/set-up-page.tsx'), 'SetUpPage'),
})
const inviteRoute = createRoute({
  getParentRoute,
  path: '/invite/$token',
  component: lazyPage(() => import('./routes/outside/invitation-page.tsx'), 'InvitationPage'),
})
const shortcutsRoute = createRoute({
  getParentRoute,
  path: '/help/shortcuts',
  component: lazyPage(() => import('./routes/outside/shortcuts-page.tsx'), 'ShortcutsPage'),
})

const routeTree = rootRoute.addChildren([
  startRoute,
  schoolsRoute,
  signInRoute,
  setUpRoute,
  inviteRoute,
  shortcutsRoute,
  schoolRoute.addChildren([...schoolPages(schoolRoute), ...syncRoutes(schoolRoute)]),
])

/** All pages by their addresses. Filters are plain texts in the address. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 100,
  defaultPendingMinMs: 0,
  defaultPendingComponent: Loading,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

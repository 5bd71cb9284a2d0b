import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { queryClient, sessionQuery } from './api/client.ts'
import { parseSearch, readNext, readPage, stringifySearch } from './api/search-params.ts'
import { Loading } from './kit/loading.tsx'
import { lazyPage } from './routes/lazy-page.ts'
import { CrashPage } from './routes/outside/crash-page.tsx'
import { readHelpSearch } from './routes/outside/help/help-search.ts'
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
  component: lazyPage(() => import('./routes/outside/start-page.tsx'), 'StartPage', ['outside']),
})
const schoolsRoute = createRoute({
  getParentRoute,
  path: '/schools',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: '/schools' } })
  },
  component: lazyPage(() => import('./routes/outside/start-page.tsx'), 'StartPage', ['outside']),
})
const accountRoute = createRoute({
  getParentRoute,
  path: '/account',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: '/account' } })
  },
  component: lazyPage(() => import('./routes/outside/account/account-page.tsx'), 'AccountPage', ['account']),
})
const signInRoute = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = readNext(search['next'])
    return next === undefined ? {} : { next }
  },
  component: lazyPage(() => import('./routes/outside/sign-in-page.tsx'), 'SignInPage', ['outside']),
})
const resetRoute = createRoute({
  getParentRoute,
  path: '/reset',
  component: lazyPage(() => import('./routes/outside/reset/ask-page.tsx'), 'AskResetPage', ['outside', 'reset']),
})
const newPasswordRoute = createRoute({
  getParentRoute,
  path: '/reset/$token',
  component: lazyPage(() => import('./routes/outside/reset/new-password-page.tsx'), 'NewPasswordPage', ['outside', 'reset', 'setUp']),
})
const setUpRoute = createRoute({
  getParentRoute,
  path: '/setup/$code',
  validateSearch: (search: Record<string, unknown>): { step?: number } => {
    const step = readPage(search['step'])
    return step === undefined ? {} : { step }
  },
  component: lazyPage(() => import('./routes/outside/set-up/set-up-page.tsx'), 'SetUpPage', ['outside', 'setUp', 'settings']),
})
const inviteRoute = createRoute({
  getParentRoute,
  path: '/invite/$token',
  component: lazyPage(() => import('./routes/outside/invitation-page.tsx'), 'InvitationPage', ['outside', 'setUp']),
})
const helpRoute = createRoute({
  getParentRoute,
  path: '/help',
  validateSearch: readHelpSearch,
  component: lazyPage(() => import('./routes/outside/help/help-page.tsx'), 'HelpPage', ['help', 'shortcuts']),
})
const accessibilityRoute = createRoute({
  getParentRoute,
  path: '/accessibility',
  component: lazyPage(() => import('./routes/outside/help/accessibility-page.tsx'), 'AccessibilityPage', ['accessibility']),
})
const shortcutsRoute = createRoute({
  getParentRoute,
  path: '/help/shortcuts',
  component: lazyPage(() => import('./routes/outside/shortcuts-page.tsx'), 'ShortcutsPage', ['shortcuts']),
})

const kitRoute = createRoute({
  getParentRoute,
  path: '/system/kit',
  component: lazyPage(() => import('./routes/outside/kit/kit-page.tsx'), 'KitPage', ['kitPage']),
})

const routeTree = rootRoute.addChildren([
  startRoute,
  schoolsRoute,
  accountRoute,
  signInRoute,
  resetRoute,
  newPasswordRoute,
  setUpRoute,
  inviteRoute,
  helpRoute,
  accessibilityRoute,
  shortcutsRoute,
  kitRoute,
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

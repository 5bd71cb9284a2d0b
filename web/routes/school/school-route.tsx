import { createRoute, redirect } from '@tanstack/react-router'
import { queryClient, sessionQuery } from '../../api/client.ts'
import { NotFoundPage } from '../outside/not-found-page.tsx'
import { rootRoute } from '../root-route.tsx'
import { SchoolFrame } from './school-frame.tsx'

/** Everything about one school. Who is not signed in signs in first and comes back. */
export const schoolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/s/$school',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session.setUp === 'needed') throw redirect({ to: '/' })
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  component: SchoolFrame,
  notFoundComponent: NotFoundPage,
})

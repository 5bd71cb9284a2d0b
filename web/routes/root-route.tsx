import { createRootRoute, Outlet } from '@tanstack/react-router'
import { Frame } from '../kit/frame.tsx'
import { CrashPage } from './outside/crash-page.tsx'
import { NotFoundPage } from './outside/not-found-page.tsx'

/** What every page stands in. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <Frame>
      <NotFoundPage />
    </Frame>
  ),
  errorComponent: CrashPage,
})

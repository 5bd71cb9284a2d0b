import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSessionEnded, queryClient, sessionQuery } from './api/client.ts'
import { loadEarly } from './early.ts'
import { displayHere, showDisplay } from './kit/display.ts'
import { router } from './router.tsx'
import { Words } from './words.tsx'
import './styles/index.css'

showDisplay(displayHere())
loadEarly(window.location)

onSessionEnded(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ to: '/sign-in', search: { next: href } })
})

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Words>
          <RouterProvider router={router} />
        </Words>
      </QueryClientProvider>
    </StrictMode>,
  )
}

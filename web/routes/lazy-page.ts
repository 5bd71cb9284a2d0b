import { lazyRouteComponent } from '@tanstack/react-router'
import { ConnectionLost } from '../api/connection-lost.ts'

/**
 * A page that is loaded when it is opened. Without a network it waits for one: the router would load the whole address anew
 * and leave the person with the browser's own error page.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(load: () => Promise<Module>, name: Name) {
  return lazyRouteComponent(() => load().catch((error: unknown) => againWhenOnline(load, error)), name)
}

async function againWhenOnline<Module>(load: () => Promise<Module>, error: unknown): Promise<Module> {
  if (navigator.onLine) throw new ConnectionLost(error)
  await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
  return load()
}

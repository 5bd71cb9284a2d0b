import { lazyRouteComponent } from '@tanstack/react-router'
import type { Area } from '../../src/wording/index.ts'
import { ConnectionLost } from '../api/connection-lost.ts'
import { learnWords } from '../words.tsx'

/**
 * A page that is loaded when it is opened, together with the texts of the areas that it says. Without a network it waits for one:
 * the router would load the whole address anew and leave the person with the browser's own error page.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  areas: readonly Area[] = [],
) {
  const loadBoth = async (): Promise<Module> => {
    const [module] = await Promise.all([load(), learnWords(areas)])
    return module
  }
  return lazyRouteComponent(() => loadBoth().catch((error: unknown) => againWhenOnline(loadBoth, error)), name)
}

async function againWhenOnline<Module>(load: () => Promise<Module>, error: unknown): Promise<Module> {
  if (navigator.onLine) throw new ConnectionLost(error)
  await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
  return load()
}

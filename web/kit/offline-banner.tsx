import { useSyncExternalStore } from 'react'
import { useSay } from '../words.tsx'
import { Banner } from './banner.tsx'

function watchNetwork(watcher: () => void): () => void {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

/** Whether the browser has a network. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(watchNetwork, () => navigator.onLine)
}

/** Says that there is no network, for as long as that is so. */
export function OfflineBanner() {
  const say = useSay()
  const isOnline = useIsOnline()
  return <div role="status">{!isOnline && <Banner kind="notice">{say('kit.offline')}</Banner>}</div>
}

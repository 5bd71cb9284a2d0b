import { useEffect, useSyncExternalStore } from 'react'
import type { ProgressEvent, SchoolEvent } from '../../src/contract/index.ts'
import { call, queryClient } from './client.ts'
import { isInvalidatedBy } from './invalidated-by.ts'
import { type EventSurroundings, followSchool } from './school-events.ts'

const browser = (school: string): EventSurroundings => ({
  openStream: (url) => new EventSource(url),
  poll: (after) => call('events.read', { params: { school }, query: { after } }),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds)
    return () => clearTimeout(timer)
  },
  isShown,
  onShownOrHidden(then) {
    const watching = new AbortController()
    const { signal } = watching
    const look = (): void => then(isShown())
    document.addEventListener('visibilitychange', look, { signal })
    window.addEventListener('pageshow', look, { signal })
    window.addEventListener('pagehide', () => then(false), { signal })
    return () => watching.abort()
  },
})

function isShown(): boolean {
  return document.visibilityState === 'visible'
}

/** Keeps everything that was read of a school as it is there now, for as long as the component is shown. */
export function useEvents(school: string): void {
  useEffect(() => {
    const event = (it: SchoolEvent): void => {
      const isOld = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => isInvalidatedBy(it, school, queryKey)
      void queryClient.invalidateQueries({ predicate: isOld })
      // whoever opens the sync again must not be sent on by the run that was open then
      queryClient.removeQueries({ type: 'inactive', predicate: (query) => query.queryKey[0] === 'runs.open' && isOld(query) })
      for (const listener of listeners) listener(it)
    }
    const begun = (): void => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isReadWhileItMoves(queryKey) })
    const presence = (run: string): void =>
      void queryClient.invalidateQueries({ predicate: ({ queryKey: [id, of] }) => id === 'runs.presence' && of === run })
    return followSchool(school, { event, progress: noteProgress, presence, begun }, browser(school))
  }, [school])
}

/** A run goes on while a page loads: what shows it is read again once its events are followed. */
function isReadWhileItMoves([id]: readonly unknown[]): boolean {
  return id === 'home.read' || id === 'runs.open' || id === 'runs.read'
}

const listeners = new Set<(event: SchoolEvent) => void>()

/** Calls `listener` with every event of the school that is followed, after what it made old was marked so. */
export function onSchoolEvent(listener: (event: SchoolEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const progressOfRuns = new Map<string, ProgressEvent>()
const watchers = new Set<() => void>()

function noteProgress(progress: ProgressEvent): void {
  progressOfRuns.set(progress.run, progress)
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The last that was told of a run's progress, or undefined. */
export function useProgress(run: string | undefined): ProgressEvent | undefined {
  return useSyncExternalStore(watch, () => (run === undefined ? undefined : progressOfRuns.get(run)))
}

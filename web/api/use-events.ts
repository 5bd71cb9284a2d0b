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
})

/** Keeps everything that was read of a school as it is there now, for as long as the component is shown. */
export function useEvents(school: string): void {
  useEffect(() => {
    const event = (it: SchoolEvent): void => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isInvalidatedBy(it, school, queryKey) })
      for (const listener of listeners) listener(it)
    }
    return followSchool(school, { event, progress: noteProgress }, browser(school))
  }, [school])
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

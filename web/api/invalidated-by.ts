import type { RouteId, SchoolEvent } from '../../src/contract/index.ts'

/**
 * What each kind of event makes old. The rows of a review are left out: they never change under the cursor, the sync pages
 * offer to read them again.
 */
const OLD_AFTER: Readonly<Record<SchoolEvent['type'], readonly RouteId[]>> = {
  run: [
    'home.read',
    'schedule.read',
    'leavers.list',
    'yearGroups.list',
    'limits.read',
    'rehearsals.list',
    'holds.list',
    'holds.read',
    'runs.open',
    'runs.read',
    'runs.freshness',
    'runs.list',
    'runs.changes',
    'runs.problems',
    'runs.errors',
    'runs.firstClasses',
    'uploads.list',
    'messages.list',
  ],
  review: [
    'home.read',
    'leavers.list',
    'runs.open',
    'runs.read',
    'runs.freshness',
    'runs.counts',
    'runs.errors',
    'runs.firstClasses',
    'runs.decisions',
  ],
  directory: [
    'home.read',
    'sanity.list',
    'sanity.read',
    'duplicates.list',
    'leavers.list',
    'yearGroups.list',
    'deletions.list',
    'deletions.receipts',
    'access.list',
    'access.own',
    'access.requests',
    'people.list',
    'people.read',
    'people.why',
    'directory.difference',
    'classes.list',
    'classes.read',
    'messages.list',
  ],
  team: ['team.list', 'session.read'],
  school: ['rules.read', 'limits.read', 'schedule.read', 'calendar.read', 'school.read', 'session.read', 'home.read'],
  reset: [
    ...([
      'home.read',
      'holds.list',
      'holds.read',
      'runs.open',
      'runs.read',
      'runs.list',
      'runs.changes',
      'runs.problems',
      'uploads.list',
      'runs.counts',
      'runs.errors',
      'runs.firstClasses',
      'runs.decisions',
    ] as const),
    ...([
      'access.list',
      'access.own',
      'access.requests',
      'leavers.list',
      'yearGroups.list',
      'sanity.list',
      'sanity.read',
      'duplicates.list',
      'directory.difference',
    ] as const),
    ...(['people.list', 'people.read', 'people.why', 'classes.list', 'classes.read', 'messages.list', 'team.list', 'school.read'] as const),
    ...(['schedule.read', 'calendar.read', 'limits.read', 'rules.read', 'rehearsals.list'] as const),
  ],
}

/** A key as `apiQuery` makes them. */
export type ApiKey = readonly unknown[]

/** Whether `event` in `school` makes what was read under `key` old. */
export function isInvalidatedBy(event: Pick<SchoolEvent, 'type' | 'run'>, school: string, key: ApiKey): boolean {
  const [id, options] = key
  if (!OLD_AFTER[event.type].some((it) => it === id)) return false
  if (id === 'session.read') return true
  const params = paramsOf(options)
  if (params['school'] !== school) return false
  return event.run === null || params['run'] === undefined || params['run'] === event.run
}

function paramsOf(options: unknown): Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null || !('params' in options)) return {}
  const { params } = options
  // the keys of apiQuery carry the path's parameters as texts by name
  return typeof params === 'object' && params !== null ? (params as Readonly<Record<string, unknown>>) : {}
}

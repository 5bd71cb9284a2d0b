/** One address of the API. `:school` is a school's code; other ids mean nothing without their school. */
export interface PathDefinition {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
}

/**
 * Every address there is, by the id of its route. Plain data without schemas, so that a browser can call the API without
 * loading what checks it.
 */
export const PATHS = {
  'session.read': { method: 'GET', path: '/v1/session' },
  'session.begin': { method: 'POST', path: '/v1/session' },
  'session.end': { method: 'DELETE', path: '/v1/session' },

  'setUp.check': { method: 'POST', path: '/v1/set-up/check' },
  'setUp.finish': { method: 'POST', path: '/v1/set-up' },

  'invitation.read': { method: 'POST', path: '/v1/invitations/read' },
  'invitation.accept': { method: 'POST', path: '/v1/invitations/accept' },

  'school.read': { method: 'GET', path: '/v1/schools/:school' },
  'school.change': { method: 'PATCH', path: '/v1/schools/:school' },
  'home.read': { method: 'GET', path: '/v1/schools/:school/home' },
  'events.read': { method: 'GET', path: '/v1/schools/:school/events' },

  'team.list': { method: 'GET', path: '/v1/schools/:school/team' },
  'team.change': { method: 'PATCH', path: '/v1/schools/:school/team/:member' },
  'team.remove': { method: 'DELETE', path: '/v1/schools/:school/team/:member' },
  'team.invite': { method: 'POST', path: '/v1/schools/:school/team/invitations' },
  'team.withdraw': { method: 'DELETE', path: '/v1/schools/:school/team/invitations/:invitation' },

  'uploads.add': { method: 'POST', path: '/v1/schools/:school/uploads' },

  'runs.list': { method: 'GET', path: '/v1/schools/:school/runs' },
  'runs.start': { method: 'POST', path: '/v1/schools/:school/runs' },
  'runs.open': { method: 'GET', path: '/v1/schools/:school/runs/open' },
  'runs.read': { method: 'GET', path: '/v1/schools/:school/runs/:run' },
  'runs.counts': { method: 'GET', path: '/v1/schools/:school/runs/:run/counts' },
  'runs.rows': { method: 'GET', path: '/v1/schools/:school/runs/:run/rows' },
  'runs.row': { method: 'GET', path: '/v1/schools/:school/runs/:run/rows/:row' },
  'runs.candidates': { method: 'POST', path: '/v1/schools/:school/runs/:run/rows/:row/candidates' },
  'runs.decide': { method: 'POST', path: '/v1/schools/:school/runs/:run/decisions' },
  'runs.decisions': { method: 'GET', path: '/v1/schools/:school/runs/:run/decisions' },
  'runs.undecide': { method: 'POST', path: '/v1/schools/:school/runs/:run/decisions/undo' },
  'runs.yearGroups': { method: 'GET', path: '/v1/schools/:school/runs/:run/year-groups' },
  'runs.saveYearGroups': { method: 'PUT', path: '/v1/schools/:school/runs/:run/year-groups' },
  'runs.classes': { method: 'GET', path: '/v1/schools/:school/runs/:run/classes' },
  'runs.saveClasses': { method: 'PUT', path: '/v1/schools/:school/runs/:run/classes' },
  'runs.scope': { method: 'GET', path: '/v1/schools/:school/runs/:run/pupil-scope' },
  'runs.countScope': { method: 'POST', path: '/v1/schools/:school/runs/:run/pupil-scope/count' },
  'runs.saveScope': { method: 'PUT', path: '/v1/schools/:school/runs/:run/pupil-scope' },
  'runs.savePanel': { method: 'PUT', path: '/v1/schools/:school/runs/:run/panels/:panel' },
  'runs.plan': { method: 'POST', path: '/v1/schools/:school/runs/:run/plan' },
  'runs.planChanges': { method: 'GET', path: '/v1/schools/:school/runs/:run/plan/changes' },
  'runs.approve': { method: 'POST', path: '/v1/schools/:school/runs/:run/approve' },
  'runs.apply': { method: 'POST', path: '/v1/schools/:school/runs/:run/apply' },
  'runs.stop': { method: 'POST', path: '/v1/schools/:school/runs/:run/stop' },
  'runs.discard': { method: 'POST', path: '/v1/schools/:school/runs/:run/discard' },
  'runs.undo': { method: 'POST', path: '/v1/schools/:school/runs/:run/undo' },
  'runs.changes': { method: 'GET', path: '/v1/schools/:school/runs/:run/changes' },
  'runs.problems': { method: 'GET', path: '/v1/schools/:school/runs/:run/problems' },

  'people.list': { method: 'GET', path: '/v1/schools/:school/people' },
  'people.read': { method: 'GET', path: '/v1/schools/:school/people/:person' },
  'people.change': { method: 'PATCH', path: '/v1/schools/:school/people/:person' },
  'classes.list': { method: 'GET', path: '/v1/schools/:school/classes' },
  'classes.read': { method: 'GET', path: '/v1/schools/:school/classes/:class' },

  'learning.read': { method: 'GET', path: '/v1/schools/:school/learning' },
  'learning.propose': { method: 'POST', path: '/v1/schools/:school/learning' },
  'learning.adopt': { method: 'POST', path: '/v1/schools/:school/learning/adopt' },
  'learning.back': { method: 'POST', path: '/v1/schools/:school/learning/back' },

  'messages.list': { method: 'GET', path: '/v1/schools/:school/messages' },
  'messages.drop': { method: 'POST', path: '/v1/schools/:school/messages/drop' },
} as const satisfies Readonly<Record<string, PathDefinition>>

/** The id of a route. */
export type RouteId = keyof typeof PATHS

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
  'session.saveReviewView': { method: 'PUT', path: '/v1/session/review-view' },
  'session.end': { method: 'DELETE', path: '/v1/session' },

  'account.read': { method: 'GET', path: '/v1/account' },
  'account.changePassword': { method: 'PUT', path: '/v1/account/password' },
  'account.endOthers': { method: 'DELETE', path: '/v1/account/sessions' },
  'account.endSession': { method: 'DELETE', path: '/v1/account/sessions/:session' },
  'account.beginAuthenticator': { method: 'POST', path: '/v1/account/authenticator' },
  'account.confirmAuthenticator': { method: 'POST', path: '/v1/account/authenticator/confirm' },
  'account.removeAuthenticator': { method: 'POST', path: '/v1/account/authenticator/remove' },

  'setUp.check': { method: 'POST', path: '/v1/set-up/check' },
  'setUp.finish': { method: 'POST', path: '/v1/set-up' },

  'invitation.read': { method: 'POST', path: '/v1/invitations/read' },
  'invitation.accept': { method: 'POST', path: '/v1/invitations/accept' },

  'passwordReset.ask': { method: 'POST', path: '/v1/password-resets' },
  'passwordReset.read': { method: 'POST', path: '/v1/password-resets/read' },
  'passwordReset.finish': { method: 'POST', path: '/v1/password-resets/finish' },

  'school.read': { method: 'GET', path: '/v1/schools/:school' },
  'school.change': { method: 'PATCH', path: '/v1/schools/:school' },
  'schedule.read': { method: 'GET', path: '/v1/schools/:school/schedule' },
  'schedule.change': { method: 'PUT', path: '/v1/schools/:school/schedule' },
  'schedule.pause': { method: 'POST', path: '/v1/schools/:school/schedule/pause' },
  'schedule.resume': { method: 'POST', path: '/v1/schools/:school/schedule/resume' },
  'checks.start': { method: 'POST', path: '/v1/schools/:school/checks' },
  'calendar.read': { method: 'GET', path: '/v1/schools/:school/calendar' },
  'calendar.add': { method: 'POST', path: '/v1/schools/:school/calendar' },
  'calendar.change': { method: 'PUT', path: '/v1/schools/:school/calendar/:period' },
  'calendar.remove': { method: 'DELETE', path: '/v1/schools/:school/calendar/:period' },
  'rules.read': { method: 'GET', path: '/v1/schools/:school/rules' },
  'rules.change': { method: 'PATCH', path: '/v1/schools/:school/rules' },
  'limits.read': { method: 'GET', path: '/v1/schools/:school/limits' },
  'limits.try': { method: 'POST', path: '/v1/schools/:school/limits/try' },
  'limits.change': { method: 'PUT', path: '/v1/schools/:school/limits' },
  'rehearsals.list': { method: 'GET', path: '/v1/schools/:school/rehearsals' },
  'rehearsals.start': { method: 'POST', path: '/v1/schools/:school/rehearsals' },
  'home.read': { method: 'GET', path: '/v1/schools/:school/home' },
  'events.read': { method: 'GET', path: '/v1/schools/:school/events' },

  'team.list': { method: 'GET', path: '/v1/schools/:school/team' },
  'team.change': { method: 'PATCH', path: '/v1/schools/:school/team/:member' },
  'team.remove': { method: 'DELETE', path: '/v1/schools/:school/team/:member' },
  'team.givePassword': { method: 'POST', path: '/v1/schools/:school/team/:member/temporary-password' },
  'team.invite': { method: 'POST', path: '/v1/schools/:school/team/invitations' },
  'team.withdraw': { method: 'DELETE', path: '/v1/schools/:school/team/invitations/:invitation' },

  'uploads.add': { method: 'POST', path: '/v1/schools/:school/uploads' },
  'uploads.list': { method: 'GET', path: '/v1/schools/:school/uploads' },
  'uploads.proof': { method: 'GET', path: '/v1/schools/:school/uploads/:upload/proof' },
  'uploads.remove': { method: 'DELETE', path: '/v1/schools/:school/uploads/:upload' },
  'uploads.result': { method: 'GET', path: '/v1/schools/:school/uploads/:upload/result' },
  'uploads.rejected': { method: 'GET', path: '/v1/schools/:school/uploads/:upload/rejected' },

  'runs.list': { method: 'GET', path: '/v1/schools/:school/runs' },
  'runs.start': { method: 'POST', path: '/v1/schools/:school/runs' },
  'runs.open': { method: 'GET', path: '/v1/schools/:school/runs/open' },
  'runs.read': { method: 'GET', path: '/v1/schools/:school/runs/:run' },
  'runs.queue': { method: 'GET', path: '/v1/schools/:school/runs/:run/queue' },
  'runs.presence': { method: 'POST', path: '/v1/schools/:school/runs/:run/presence' },
  'runs.freshness': { method: 'GET', path: '/v1/schools/:school/runs/:run/freshness' },
  'runs.refresh': { method: 'POST', path: '/v1/schools/:school/runs/:run/refresh' },
  'runs.counts': { method: 'GET', path: '/v1/schools/:school/runs/:run/counts' },
  'runs.rows': { method: 'GET', path: '/v1/schools/:school/runs/:run/rows' },
  'runs.alike': { method: 'GET', path: '/v1/schools/:school/runs/:run/alike' },
  'runs.row': { method: 'GET', path: '/v1/schools/:school/runs/:run/rows/:row' },
  'runs.showUpn': { method: 'POST', path: '/v1/schools/:school/runs/:run/rows/:row/upn' },
  'runs.candidates': { method: 'POST', path: '/v1/schools/:school/runs/:run/rows/:row/candidates' },
  'runs.decide': { method: 'POST', path: '/v1/schools/:school/runs/:run/decisions' },
  'runs.decisions': { method: 'GET', path: '/v1/schools/:school/runs/:run/decisions' },
  'runs.undecide': { method: 'POST', path: '/v1/schools/:school/runs/:run/decisions/undo' },
  'runs.redecide': { method: 'POST', path: '/v1/schools/:school/runs/:run/decisions/redo' },
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
  'runs.firstClasses': { method: 'GET', path: '/v1/schools/:school/runs/:run/first' },
  'runs.showFirst': { method: 'POST', path: '/v1/schools/:school/runs/:run/first/plan' },
  'runs.applyFirst': { method: 'POST', path: '/v1/schools/:school/runs/:run/first/apply' },
  'runs.approve': { method: 'POST', path: '/v1/schools/:school/runs/:run/approve' },
  'runs.apply': { method: 'POST', path: '/v1/schools/:school/runs/:run/apply' },
  'runs.stop': { method: 'POST', path: '/v1/schools/:school/runs/:run/stop' },
  'runs.discard': { method: 'POST', path: '/v1/schools/:school/runs/:run/discard' },
  'runs.reopen': { method: 'POST', path: '/v1/schools/:school/runs/:run/reopen' },
  'runs.undo': { method: 'POST', path: '/v1/schools/:school/runs/:run/undo' },
  'runs.undoPerson': { method: 'POST', path: '/v1/schools/:school/runs/:run/people/:person/undo' },
  'runs.changes': { method: 'GET', path: '/v1/schools/:school/runs/:run/changes' },
  'runs.errors': { method: 'GET', path: '/v1/schools/:school/runs/:run/errors' },
  'runs.problems': { method: 'GET', path: '/v1/schools/:school/runs/:run/problems' },

  'holds.list': { method: 'GET', path: '/v1/schools/:school/holds' },
  'holds.read': { method: 'GET', path: '/v1/schools/:school/holds/:run' },
  'holds.check': { method: 'POST', path: '/v1/schools/:school/holds/:run/check' },

  'people.list': { method: 'GET', path: '/v1/schools/:school/people' },
  'leavers.list': { method: 'GET', path: '/v1/schools/:school/leavers' },
  'people.add': { method: 'POST', path: '/v1/schools/:school/people' },
  'access.list': { method: 'GET', path: '/v1/schools/:school/access' },
  'access.change': { method: 'POST', path: '/v1/schools/:school/access' },
  'access.own': { method: 'GET', path: '/v1/schools/:school/access/own' },
  'access.ask': { method: 'POST', path: '/v1/schools/:school/access/own' },
  'access.requests': { method: 'GET', path: '/v1/schools/:school/access/requests' },
  'access.answer': { method: 'POST', path: '/v1/schools/:school/access/requests' },
  'deletions.list': { method: 'GET', path: '/v1/schools/:school/deletions' },
  'deletions.ask': { method: 'POST', path: '/v1/schools/:school/deletions' },
  'deletions.restore': { method: 'POST', path: '/v1/schools/:school/deletions/restore' },
  'deletions.keepFor': { method: 'PUT', path: '/v1/schools/:school/deletions/days' },
  'deletions.erase': { method: 'POST', path: '/v1/schools/:school/deletions/erase' },
  'deletions.receipts': { method: 'GET', path: '/v1/schools/:school/deletions/receipts' },
  'people.read': { method: 'GET', path: '/v1/schools/:school/people/:person' },
  'people.missing': { method: 'POST', path: '/v1/schools/:school/people/missing' },
  'people.why': { method: 'GET', path: '/v1/schools/:school/people/:person/why' },
  'people.planMerge': { method: 'POST', path: '/v1/schools/:school/people/merges/plan' },
  'people.merge': { method: 'POST', path: '/v1/schools/:school/people/merges' },
  'people.planSplit': { method: 'GET', path: '/v1/schools/:school/people/:person/split' },
  'people.split': { method: 'POST', path: '/v1/schools/:school/people/:person/split' },
  'people.manageByHand': { method: 'POST', path: '/v1/schools/:school/people/:person/by-hand' },
  'people.syncAgain': { method: 'POST', path: '/v1/schools/:school/people/:person/sync-again' },
  'people.pin': { method: 'POST', path: '/v1/schools/:school/people/:person/pins' },
  'people.disable': { method: 'POST', path: '/v1/schools/:school/people/:person/disabled' },
  'people.enable': { method: 'POST', path: '/v1/schools/:school/people/:person/disabled/end' },
  'people.protect': { method: 'POST', path: '/v1/schools/:school/people/:person/protection' },
  'people.unprotect': { method: 'POST', path: '/v1/schools/:school/people/:person/protection/end' },
  'people.unpin': { method: 'POST', path: '/v1/schools/:school/people/:person/pins/end' },
  'people.change': { method: 'PATCH', path: '/v1/schools/:school/people/:person' },
  'duplicates.list': { method: 'GET', path: '/v1/schools/:school/duplicates' },
  'duplicates.answer': { method: 'POST', path: '/v1/schools/:school/duplicates/answers' },
  'yearGroups.list': { method: 'GET', path: '/v1/schools/:school/year-groups' },
  'classes.list': { method: 'GET', path: '/v1/schools/:school/classes' },
  'classes.read': { method: 'GET', path: '/v1/schools/:school/classes/:class' },
  'classes.change': { method: 'PATCH', path: '/v1/schools/:school/classes/:class' },

  'sanity.list': { method: 'GET', path: '/v1/schools/:school/sanity-checks' },
  'sanity.read': { method: 'GET', path: '/v1/schools/:school/sanity-checks/found' },
  'directory.difference': { method: 'GET', path: '/v1/schools/:school/difference' },

  'learning.read': { method: 'GET', path: '/v1/schools/:school/learning' },
  'learning.propose': { method: 'POST', path: '/v1/schools/:school/learning' },
  'learning.adopt': { method: 'POST', path: '/v1/schools/:school/learning/adopt' },
  'learning.back': { method: 'POST', path: '/v1/schools/:school/learning/back' },

  'messages.list': { method: 'GET', path: '/v1/schools/:school/messages' },
  'messages.preview': { method: 'GET', path: '/v1/schools/:school/messages/:message/preview' },
  'messages.release': { method: 'POST', path: '/v1/schools/:school/messages/release' },
  'messages.hold': { method: 'POST', path: '/v1/schools/:school/messages/hold' },
  'messages.sendAgain': { method: 'POST', path: '/v1/schools/:school/messages/:message/send-again' },
  'messages.drop': { method: 'POST', path: '/v1/schools/:school/messages/drop' },
} as const satisfies Readonly<Record<string, PathDefinition>>

/** The id of a route. */
export type RouteId = keyof typeof PATHS

const ASKED_BY_PAGES: readonly RouteId[] = ['events.read', 'runs.presence', 'runs.queue']

/** What an open page asks by itself again and again: no sign of a person, so that a session goes on being idle. */
export function isAskedByPages(id: RouteId): boolean {
  return ASKED_BY_PAGES.includes(id)
}

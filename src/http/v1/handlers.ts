import type { RouteId } from '../../contract/index.ts'
import type { Handler } from '../handler.ts'
import { changeAccessOfPeople } from './access/change.ts'
import { listSchoolAccess } from './access/list.ts'
import { askForOwnAccess, readOwnAccess } from './access/own.ts'
import { answerAccessRequest, listAccessRequests } from './access/requests.ts'
import { beginMyAuthenticator, confirmMyAuthenticator, removeMyAuthenticator } from './account/authenticator.ts'
import { changeMyPassword } from './account/change-password.ts'
import { endOtherSessions } from './account/end-others.ts'
import { endOneSession } from './account/end-session.ts'
import { readOwnAccount } from './account/read.ts'
import { addCalendarPeriod } from './calendar/add.ts'
import { changeCalendarPeriod } from './calendar/change.ts'
import { readSchoolCalendar } from './calendar/read.ts'
import { removeCalendarPeriod } from './calendar/remove.ts'
import { startCheckNow } from './checks/start.ts'
import { changeClassDetails } from './classes/change.ts'
import { addOwnGroup, changeGroupMembers, deleteEmptyClass, removeAllFromClass } from './classes/groups.ts'
import { listSchoolClasses } from './classes/list.ts'
import { readClassDetails } from './classes/read.ts'
import { deleteSomePeople, eraseOnePerson, keepDeletedPeopleFor, restoreSomePeople } from './deletions/change.ts'
import { listDeletedPeople, listErasureReceipts } from './deletions/list.ts'
import { readDifference } from './directory/difference.ts'
import { answerPairs } from './duplicates/answer.ts'
import { listPossibleDuplicates } from './duplicates/list.ts'
import { readEventsAfter } from './events/read.ts'
import { checkHoldAgain } from './holds/check.ts'
import { listHolds } from './holds/list.ts'
import { readHold } from './holds/read.ts'
import { readHome } from './home/read.ts'
import { acceptInvitation } from './invitation/accept.ts'
import { readInvitation } from './invitation/read.ts'
import { adoptVersionOfLearning } from './learning/adopt.ts'
import { goBackInVersions } from './learning/back.ts'
import { proposeVersions } from './learning/propose.ts'
import { readLearning } from './learning/read.ts'
import { listSchoolLeavers } from './leavers/list.ts'
import { changeSchoolLimits } from './limits/change.ts'
import { readSchoolLimits } from './limits/read.ts'
import { tryOtherLimits } from './limits/try.ts'
import { dropWaitingMessages } from './messages/drop.ts'
import { holdBackMessages } from './messages/hold.ts'
import { listWaitingMessages } from './messages/list.ts'
import { previewOneMessage } from './messages/preview.ts'
import { releaseWaitingMessages } from './messages/release.ts'
import { sendMessageAgain } from './messages/send-again.ts'
import { askForPasswordReset } from './password-reset/ask.ts'
import { finishPasswordReset } from './password-reset/finish.ts'
import { readPasswordReset } from './password-reset/read.ts'
import { addSchoolPerson } from './people/add.ts'
import { managePersonByHand, syncPersonAgain } from './people/by-hand.ts'
import { changePersonDetails } from './people/change.ts'
import { disableOnePerson, enableOnePerson } from './people/disable.ts'
import { listSchoolPeople } from './people/list.ts'
import { mergeRecords } from './people/merge.ts'
import { findMissingPeople } from './people/missing.ts'
import { pinFieldOfPerson, unpinFieldOfPerson } from './people/pin.ts'
import { planMergeOfRecords } from './people/plan-merge.ts'
import { planSplitOfPerson } from './people/plan-split.ts'
import { protectOnePerson, unprotectOnePerson } from './people/protect.ts'
import { readPersonDetails } from './people/read.ts'
import { splitPerson } from './people/split.ts'
import { readWhyOfPerson } from './people/why.ts'
import { listRehearsals } from './rehearsals/list.ts'
import { startSchoolRehearsal } from './rehearsals/start.ts'
import { changeSchoolRules } from './rules/change.ts'
import { readSchoolRules } from './rules/read.ts'
import { listAlikeRows } from './runs/alike.ts'
import { applyPlanOfRun } from './runs/apply.ts'
import { applyFirstOfRun } from './runs/apply-first.ts'
import { approvePlan } from './runs/approve.ts'
import { listCandidates } from './runs/candidates.ts'
import { listRunChanges } from './runs/changes.ts'
import { readClasses } from './runs/classes.ts'
import { countPupilScope } from './runs/count-scope.ts'
import { readCounts } from './runs/counts.ts'
import { decideAboutRows } from './runs/decide.ts'
import { listDecisions } from './runs/decisions.ts'
import { discardReview } from './runs/discard.ts'
import { listRunErrors } from './runs/errors.ts'
import { listFirstClasses } from './runs/first-classes.ts'
import { readFreshness } from './runs/freshness.ts'
import { listSchoolRuns } from './runs/list.ts'
import { readOpenRun } from './runs/open.ts'
import { planOfRun } from './runs/plan.ts'
import { listPlanChanges } from './runs/plan-changes.ts'
import { notePresence } from './runs/presence.ts'
import { listRunProblems } from './runs/problems.ts'
import { readQueue } from './runs/queue.ts'
import { readRunDetails } from './runs/read.ts'
import { redoDecisions } from './runs/redecide.ts'
import { refreshReviewOfRun } from './runs/refresh.ts'
import { reopenReview } from './runs/reopen.ts'
import { readRow } from './runs/row.ts'
import { listReviewRows } from './runs/rows.ts'
import { saveClassesOfRun } from './runs/save-classes.ts'
import { savePanelOfRun } from './runs/save-panel.ts'
import { saveScope } from './runs/save-scope.ts'
import { saveYearGroupsOfRun } from './runs/save-year-groups.ts'
import { readScope } from './runs/scope.ts'
import { showFirstOfRun } from './runs/show-first.ts'
import { startRun } from './runs/start.ts'
import { stopSync } from './runs/stop.ts'
import { undoDecisions } from './runs/undecide.ts'
import { undoSync } from './runs/undo.ts'
import { undoPersonOfSync } from './runs/undo-person.ts'
import { showRowUpn } from './runs/upn.ts'
import { readYearGroups } from './runs/year-groups.ts'
import { listSchoolChecks } from './sanity/list.ts'
import { readSchoolCheck } from './sanity/read.ts'
import { changeSchoolSchedule } from './schedule/change.ts'
import { pauseSchoolSchedule } from './schedule/pause.ts'
import { readSchoolSchedule } from './schedule/read.ts'
import { resumeSchoolSchedule } from './schedule/resume.ts'
import { changeSchool } from './school/change.ts'
import { readSchool } from './school/read.ts'
import { beginSession } from './session/begin.ts'
import { endSession } from './session/end.ts'
import { readSession } from './session/read.ts'
import { keepReviewView } from './session/save-review-view.ts'
import { checkCode } from './set-up/check.ts'
import { finishSetUp } from './set-up/finish.ts'
import { changeMember } from './team/change.ts'
import { giveMemberPassword } from './team/give-password.ts'
import { inviteMember } from './team/invite.ts'
import { listTeam } from './team/list.ts'
import { removeMember } from './team/remove.ts'
import { withdrawInvitation } from './team/withdraw.ts'
import { addRosterFile } from './uploads/add.ts'
import { listSchoolUploads } from './uploads/list.ts'
import { readUploadProof } from './uploads/proof.ts'
import { listRejectedRows } from './uploads/rejected.ts'
import { removeUploadOfSchool } from './uploads/remove.ts'
import { readUploadResult } from './uploads/result.ts'
import { listSchoolYearGroups } from './year-groups/list.ts'

/** What answers each route of the contract. */
export const HANDLERS: { readonly [Id in RouteId]: Handler<Id> } = {
  'access.answer': answerAccessRequest,
  'access.ask': askForOwnAccess,
  'access.change': changeAccessOfPeople,
  'access.list': listSchoolAccess,
  'access.own': readOwnAccess,
  'access.requests': listAccessRequests,
  'calendar.add': addCalendarPeriod,
  'calendar.change': changeCalendarPeriod,
  'calendar.read': readSchoolCalendar,
  'calendar.remove': removeCalendarPeriod,
  'checks.start': startCheckNow,
  'sanity.list': listSchoolChecks,
  'sanity.read': readSchoolCheck,
  'classes.list': listSchoolClasses,
  'classes.change': changeClassDetails,
  'classes.addGroup': addOwnGroup,
  'classes.members': changeGroupMembers,
  'classes.removeAll': removeAllFromClass,
  'classes.delete': deleteEmptyClass,
  'classes.read': readClassDetails,
  'directory.difference': readDifference,
  'duplicates.answer': answerPairs,
  'duplicates.list': listPossibleDuplicates,
  'events.read': readEventsAfter,
  'holds.check': checkHoldAgain,
  'holds.list': listHolds,
  'holds.read': readHold,
  'home.read': readHome,
  'invitation.accept': acceptInvitation,
  'invitation.read': readInvitation,
  'learning.adopt': adoptVersionOfLearning,
  'learning.back': goBackInVersions,
  'learning.propose': proposeVersions,
  'learning.read': readLearning,
  'leavers.list': listSchoolLeavers,
  'deletions.list': listDeletedPeople,
  'deletions.ask': deleteSomePeople,
  'deletions.restore': restoreSomePeople,
  'deletions.keepFor': keepDeletedPeopleFor,
  'deletions.erase': eraseOnePerson,
  'deletions.receipts': listErasureReceipts,
  'limits.change': changeSchoolLimits,
  'limits.read': readSchoolLimits,
  'limits.try': tryOtherLimits,
  'messages.drop': dropWaitingMessages,
  'messages.hold': holdBackMessages,
  'messages.list': listWaitingMessages,
  'messages.preview': previewOneMessage,
  'messages.release': releaseWaitingMessages,
  'messages.sendAgain': sendMessageAgain,
  'passwordReset.ask': askForPasswordReset,
  'passwordReset.finish': finishPasswordReset,
  'passwordReset.read': readPasswordReset,
  'people.change': changePersonDetails,
  'people.add': addSchoolPerson,
  'people.list': listSchoolPeople,
  'people.manageByHand': managePersonByHand,
  'people.syncAgain': syncPersonAgain,
  'people.pin': pinFieldOfPerson,
  'people.unpin': unpinFieldOfPerson,
  'people.disable': disableOnePerson,
  'people.enable': enableOnePerson,
  'people.protect': protectOnePerson,
  'people.unprotect': unprotectOnePerson,
  'people.missing': findMissingPeople,
  'people.merge': mergeRecords,
  'people.planMerge': planMergeOfRecords,
  'people.planSplit': planSplitOfPerson,
  'people.split': splitPerson,
  'people.read': readPersonDetails,
  'people.why': readWhyOfPerson,
  'runs.alike': listAlikeRows,
  'rehearsals.list': listRehearsals,
  'rehearsals.start': startSchoolRehearsal,
  'rules.change': changeSchoolRules,
  'rules.read': readSchoolRules,
  'runs.apply': applyPlanOfRun,
  'runs.applyFirst': applyFirstOfRun,
  'runs.approve': approvePlan,
  'runs.candidates': listCandidates,
  'runs.showUpn': showRowUpn,
  'runs.presence': notePresence,
  'runs.queue': readQueue,
  'runs.changes': listRunChanges,
  'runs.classes': readClasses,
  'runs.countScope': countPupilScope,
  'runs.counts': readCounts,
  'runs.decide': decideAboutRows,
  'runs.decisions': listDecisions,
  'runs.discard': discardReview,
  'runs.errors': listRunErrors,
  'runs.firstClasses': listFirstClasses,
  'runs.freshness': readFreshness,
  'runs.refresh': refreshReviewOfRun,
  'runs.list': listSchoolRuns,
  'runs.open': readOpenRun,
  'runs.plan': planOfRun,
  'runs.planChanges': listPlanChanges,
  'runs.problems': listRunProblems,
  'runs.read': readRunDetails,
  'runs.redecide': redoDecisions,
  'runs.reopen': reopenReview,
  'runs.row': readRow,
  'runs.rows': listReviewRows,
  'runs.saveClasses': saveClassesOfRun,
  'runs.savePanel': savePanelOfRun,
  'runs.saveScope': saveScope,
  'runs.saveYearGroups': saveYearGroupsOfRun,
  'runs.scope': readScope,
  'runs.showFirst': showFirstOfRun,
  'runs.start': startRun,
  'runs.stop': stopSync,
  'runs.undecide': undoDecisions,
  'runs.undo': undoSync,
  'runs.undoPerson': undoPersonOfSync,
  'runs.yearGroups': readYearGroups,
  'schedule.change': changeSchoolSchedule,
  'schedule.pause': pauseSchoolSchedule,
  'schedule.read': readSchoolSchedule,
  'schedule.resume': resumeSchoolSchedule,
  'school.change': changeSchool,
  'school.read': readSchool,
  'session.begin': beginSession,
  'session.end': endSession,
  'account.read': readOwnAccount,
  'account.changePassword': changeMyPassword,
  'account.beginAuthenticator': beginMyAuthenticator,
  'account.confirmAuthenticator': confirmMyAuthenticator,
  'account.removeAuthenticator': removeMyAuthenticator,
  'account.endOthers': endOtherSessions,
  'account.endSession': endOneSession,
  'session.saveReviewView': keepReviewView,
  'session.read': readSession,
  'setUp.check': checkCode,
  'setUp.finish': finishSetUp,
  'team.change': changeMember,
  'team.invite': inviteMember,
  'team.list': listTeam,
  'team.remove': removeMember,
  'team.givePassword': giveMemberPassword,
  'team.withdraw': withdrawInvitation,
  'yearGroups.list': listSchoolYearGroups,
  'uploads.add': addRosterFile,
  'uploads.list': listSchoolUploads,
  'uploads.proof': readUploadProof,
  'uploads.rejected': listRejectedRows,
  'uploads.remove': removeUploadOfSchool,
  'uploads.result': readUploadResult,
}

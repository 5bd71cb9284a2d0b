import type { RouteId } from '../../contract/index.ts'
import type { Handler } from '../handler.ts'
import { listSchoolClasses } from './classes/list.ts'
import { readClassDetails } from './classes/read.ts'
import { readEventsAfter } from './events/read.ts'
import { readHome } from './home/read.ts'
import { acceptInvitation } from './invitation/accept.ts'
import { readInvitation } from './invitation/read.ts'
import { adoptVersionOfLearning } from './learning/adopt.ts'
import { goBackInVersions } from './learning/back.ts'
import { proposeVersions } from './learning/propose.ts'
import { readLearning } from './learning/read.ts'
import { dropWaitingMessages } from './messages/drop.ts'
import { listWaitingMessages } from './messages/list.ts'
import { changePersonDetails } from './people/change.ts'
import { listSchoolPeople } from './people/list.ts'
import { readPersonDetails } from './people/read.ts'
import { applyPlanOfRun } from './runs/apply.ts'
import { approvePlan } from './runs/approve.ts'
import { listCandidates } from './runs/candidates.ts'
import { listRunChanges } from './runs/changes.ts'
import { readClasses } from './runs/classes.ts'
import { countPupilScope } from './runs/count-scope.ts'
import { readCounts } from './runs/counts.ts'
import { decideAboutRows } from './runs/decide.ts'
import { listDecisions } from './runs/decisions.ts'
import { discardReview } from './runs/discard.ts'
import { listSchoolRuns } from './runs/list.ts'
import { readOpenRun } from './runs/open.ts'
import { planOfRun } from './runs/plan.ts'
import { listPlanChanges } from './runs/plan-changes.ts'
import { listRunProblems } from './runs/problems.ts'
import { readRunDetails } from './runs/read.ts'
import { readRow } from './runs/row.ts'
import { listReviewRows } from './runs/rows.ts'
import { saveClassesOfRun } from './runs/save-classes.ts'
import { savePanelOfRun } from './runs/save-panel.ts'
import { saveScope } from './runs/save-scope.ts'
import { saveYearGroupsOfRun } from './runs/save-year-groups.ts'
import { readScope } from './runs/scope.ts'
import { startRun } from './runs/start.ts'
import { stopSync } from './runs/stop.ts'
import { undoDecisions } from './runs/undecide.ts'
import { undoSync } from './runs/undo.ts'
import { readYearGroups } from './runs/year-groups.ts'
import { changeSchool } from './school/change.ts'
import { readSchool } from './school/read.ts'
import { beginSession } from './session/begin.ts'
import { endSession } from './session/end.ts'
import { readSession } from './session/read.ts'
import { checkCode } from './set-up/check.ts'
import { finishSetUp } from './set-up/finish.ts'
import { changeMember } from './team/change.ts'
import { inviteMember } from './team/invite.ts'
import { listTeam } from './team/list.ts'
import { removeMember } from './team/remove.ts'
import { withdrawInvitation } from './team/withdraw.ts'
import { addRosterFile } from './uploads/add.ts'

/** What answers each route of the contract. */
export const HANDLERS: { readonly [Id in RouteId]: Handler<Id> } = {
  'classes.list': listSchoolClasses,
  'classes.read': readClassDetails,
  'events.read': readEventsAfter,
  'home.read': readHome,
  'invitation.accept': acceptInvitation,
  'invitation.read': readInvitation,
  'learning.adopt': adoptVersionOfLearning,
  'learning.back': goBackInVersions,
  'learning.propose': proposeVersions,
  'learning.read': readLearning,
  'messages.drop': dropWaitingMessages,
  'messages.list': listWaitingMessages,
  'people.change': changePersonDetails,
  'people.list': listSchoolPeople,
  'people.read': readPersonDetails,
  'runs.apply': applyPlanOfRun,
  'runs.approve': approvePlan,
  'runs.candidates': listCandidates,
  'runs.changes': listRunChanges,
  'runs.classes': readClasses,
  'runs.countScope': countPupilScope,
  'runs.counts': readCounts,
  'runs.decide': decideAboutRows,
  'runs.decisions': listDecisions,
  'runs.discard': discardReview,
  'runs.list': listSchoolRuns,
  'runs.open': readOpenRun,
  'runs.plan': planOfRun,
  'runs.planChanges': listPlanChanges,
  'runs.problems': listRunProblems,
  'runs.read': readRunDetails,
  'runs.row': readRow,
  'runs.rows': listReviewRows,
  'runs.saveClasses': saveClassesOfRun,
  'runs.savePanel': savePanelOfRun,
  'runs.saveScope': saveScope,
  'runs.saveYearGroups': saveYearGroupsOfRun,
  'runs.scope': readScope,
  'runs.start': startRun,
  'runs.stop': stopSync,
  'runs.undecide': undoDecisions,
  'runs.undo': undoSync,
  'runs.yearGroups': readYearGroups,
  'school.change': changeSchool,
  'school.read': readSchool,
  'session.begin': beginSession,
  'session.end': endSession,
  'session.read': readSession,
  'setUp.check': checkCode,
  'setUp.finish': finishSetUp,
  'team.change': changeMember,
  'team.invite': inviteMember,
  'team.list': listTeam,
  'team.remove': removeMember,
  'team.withdraw': withdrawInvitation,
  'uploads.add': addRosterFile,
}

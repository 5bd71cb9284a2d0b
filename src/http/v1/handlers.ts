import type { RouteId } from '../../contract/index.ts'
import type { Handler } from '../handler.ts'
import { readEventsAfter } from './events/read.ts'
import { acceptInvitation } from './invitation/accept.ts'
import { readInvitation } from './invitation/read.ts'
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

/** What answers each route of the contract. */
export const HANDLERS: { readonly [Id in RouteId]?: Handler<Id> } = {
  'events.read': readEventsAfter,
  'invitation.accept': acceptInvitation,
  'invitation.read': readInvitation,
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
}

export { type Acceptance, acceptInvitation, type Joined, readInvitation } from './accept-invitation.ts'
export {
  endHoldForDeletion,
  findApplication,
  giveToNewStaff,
  holdForDeletion,
  readApplications,
  takeFromKept,
} from './access-grants.store.ts'
export { answerRequest, askForAccess, ownAccess } from './access-requests.ts'
export { type Account, namesOfActors } from './accounts.store.ts'
export { type ActorInSchool, actorIn, coordinatorsOf } from './actor.ts'
export { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from './authenticator.ts'
export { changeAccess } from './change-access.ts'
export { erasePerson as erasePersonFromAccess } from './erase-person.store.ts'
export { type Invited, invite, withdrawInvitation } from './invite.ts'
export { contentOfMessage, type LinkTools, previewMessage } from './mail-content.ts'
export {
  type AccountTools,
  changePassword,
  endMyOtherSessions,
  endMySession,
  noteOrigin,
  type Owner,
  readMyAccount,
} from './my-account.ts'
export { readableSchools } from './readable-schools.ts'
export type { Refusal } from './refusal.ts'
export { type RefusedPasswords, readRefusedPasswords } from './refused-passwords.ts'
export { askForReset, finishReset, readReset, resetMails } from './reset-password.ts'
export { saveReviewView } from './review-view.ts'
export { changeSchoolDetails, readSchoolDetails, type SchoolChangeRequest } from './school-details.ts'
export { sessionDetails } from './session-details.ts'
export { checkSetUpCode, type Made, type SetUpTools, setUp } from './set-up.ts'
export {
  type Credentials,
  type FoundSession,
  findSession,
  isFromSession,
  type NewSession,
  peekSession,
  signIn,
  signOut,
} from './sign-in.ts'
export { changeRole, listTeam, removeMember } from './team.ts'
export { giveTemporaryPassword } from './temporary-password.ts'

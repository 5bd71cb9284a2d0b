export { composeMail, type Mail, type MailContent, maskedLink } from './compose-mail.ts'
export { dropMessages } from './drop-messages.ts'
export { erasePerson as erasePersonFromOutbox } from './erase-person.store.ts'
export type { FailedBecause, HeldBecause, Message, MessageKind, MessageState, NewAddress, OwedMessage } from './message.ts'
export {
  dropMessagesOfRun,
  findMessage,
  listMessages,
  type MessagesWanted,
  oweInvitation,
  oweMessages,
  readdressMessages,
} from './messages.store.ts'
export { holdMessages, releaseMessages, sendAgain } from './release-messages.ts'
export { type Claimed, type MailSource, schoolSources, sendFrom } from './send-due.ts'
export { type Handed, type Mailer, openMailer } from './senders/mailer.ts'
export type { ClaimedMessage, Ending } from './sending.store.ts'

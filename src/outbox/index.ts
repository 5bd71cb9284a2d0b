export { dropMessages } from './drop-messages.ts'
export type { HeldBecause, Message, MessageKind, NewAddress, OwedMessage } from './message.ts'
export { dropMessagesOfRun, listMessages, oweMessages, readdressMessages } from './messages.store.ts'

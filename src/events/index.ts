export {
  type EventsRead,
  lastEvent,
  type NewEvent,
  type NewProgress,
  noteEvent,
  notifyPresence,
  notifyProgress,
  readEvents,
} from './event.store.ts'
export { type EventHub, type News, openEventHub } from './event-hub.ts'
export {
  CRASHED_SECONDS,
  dropKey,
  erasePerson as erasePersonFromAnswers,
  type KnownRequest,
  keepKey,
  type OnceRequest,
  storeAnswer,
  takeKey,
} from './idempotency.store.ts'
export { type Beat, Presence, type Present } from './presence.ts'

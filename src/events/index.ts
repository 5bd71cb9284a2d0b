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
export { type Beat, Presence, type Present } from './presence.ts'

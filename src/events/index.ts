export { type EventsRead, lastEvent, type NewEvent, type NewProgress, noteEvent, notifyProgress, readEvents } from './event.store.ts'
export { type EventHub, type News, openEventHub } from './event-hub.ts'

/** Says the id of a school in which something happened. */
export const EVENT_CHANNEL = 'muster_event'
/** Says how far a run is, as JSON of ids and numbers. */
export const PROGRESS_CHANNEL = 'muster_progress'
/** Says who looks at the people of which run, as JSON of ids. */
export const PRESENCE_CHANNEL = 'muster_presence'

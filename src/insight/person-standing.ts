import type { HeldPerson } from './people.store.ts'

/** How a person stands to the MIS now. */
export type SyncState = 'synced' | 'not_matched' | 'desynced'

/** Only absence desyncs: whose pair was split, or whose ids were cleared, is not matched again (S-60). */
export function syncState({ link }: Pick<HeldPerson, 'link'>): SyncState {
  if (link === 'live') return 'synced'
  return link === 'left' || link === 'out_of_scope' ? 'desynced' : 'not_matched'
}

/** Whether a person has left: kept, and shown apart. */
export function isLeaver({ link }: Pick<HeldPerson, 'link'>): boolean {
  return link === 'left'
}

/** A person's name as lists show it: as registered, like in the review; who has none goes by the username. */
export function shownName({ firstName, lastName, username }: Pick<HeldPerson, 'firstName' | 'lastName' | 'username'>): string {
  return [firstName, lastName].filter((it) => it !== null && it !== '').join(' ') || (username ?? '')
}

/** What the screen says about a person of a school: computed from links, decisions and the snapshot, never the truth in a table. */
export type Status = 'not_matched' | 'new' | 'matched' | 'may_match' | 'synced' | 'desynced'

/**
 * Why a live link ends or ended (D29). The first two revive when the same source id is seen again; `by_hand` is a person's word
 * that no sync undoes (D3).
 */
export type LinkEndReason = 'left' | 'out_of_scope' | 'unmatched' | 'ids_cleared' | 'merged' | 'by_hand'

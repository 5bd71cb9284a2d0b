/** A person says that a synced record is managed by hand from now on (D3). */
export const managedByHand = `
alter table link drop constraint link_end_reason_check;
alter table link add constraint link_end_reason_check
  check (end_reason in ('left', 'out_of_scope', 'unmatched', 'ids_cleared', 'merged', 'by_hand'));
`

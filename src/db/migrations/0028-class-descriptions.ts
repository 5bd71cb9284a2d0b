/** A class is given its description in the wizard, with the sync that brings it (S-96). */
export const classDescriptions = `
alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check
  check (kind in ('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class', 'sync_email', 'no_email', 'include', 'keep_name', 'take_name',
    'ignore', 'leave_out_once', 'consider', 'supply_email', 'supply_name', 'supply_birth_date', 'describe'));
`

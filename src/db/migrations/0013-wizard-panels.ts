/** Fields of classes that are the school's own, and what people say about names of classes. */
export const wizardPanels = `
alter table class
  /* fields that a person here owns: a sync leaves them */
  add column local_fields text[] not null default '{}';

alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check
  check (kind in ('match', 'unmatch', 'import', 'leave_out', 'never_import', 'map_class', 'sync_email', 'no_email', 'include', 'keep_name', 'take_name'));
`

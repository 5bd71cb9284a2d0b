/** Why somebody is as they are can be told after the file and the review are gone (ADR 0027). */
export const keptReasons = `
alter table source_record
  /* file and line of the read that first said this version; null: read before this was kept */
  add column place jsonb;
alter table plan_change
  /* of a pair that is linked: verdict, warnings and evidence as codes and params; UPNs in part only */
  add column evidence jsonb;
`

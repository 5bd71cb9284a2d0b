export { dropDecisionsOfRun, isBatchWhole, type ListedBatch, listBatches, moveDecisions, rowsOfBatch, takeBack } from './batches.store.ts'
export { computeRows } from './compute-rows.ts'
export { decide, decideAll, mapYearGroup, type Saying } from './decide.ts'
export type { Decision, DecisionKind, Decisions, Doubt, Veto } from './decision.ts'
export { readDecisions, readYearGroupMap } from './decisions.store.ts'
export { noteDoubts } from './doubts.store.ts'
export type { ReviewInput } from './facts.ts'
export {
  changedSince,
  countDecided,
  countRows,
  countUndecided,
  filteredRows,
  listRows,
  placesOf,
  type RowCounters,
  type RowFilters,
  type RowPlace,
  rowOfRecord,
  rowsById,
} from './list-rows.store.ts'
export { ourRecord, theirRecord } from './match-people.ts'
export { type MoverNote, noteMovers, type RowMover } from './movers.store.ts'
export { countStatuses, doubtsOf, type ReviewRow, type StatusCounts } from './review-row.ts'
export { readRows, refreshRows, removeOldRows } from './review-rows.store.ts'
export type { RowSort } from './row-place.store.ts'
export { indexSaid, type Said } from './said.ts'
export type { ShownChange, ShownDecision, ShownRow, ShownSide, StoredRow } from './shown-row.ts'

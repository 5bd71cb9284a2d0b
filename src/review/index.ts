export {
  batchesAfter,
  type DecidedRecords,
  dropDecisionsAbout,
  dropDecisionsOfRun,
  isBatchWhole,
  type ListedBatch,
  listBatches,
  moveDecisions,
  rowsOfBatch,
} from './batches.store.ts'
export { computeRows } from './compute-rows.ts'
export { countDecided, countRows, countUndecided, type RowCounters } from './count-rows.store.ts'
export { decide, decideAll, mapYearGroup, type Saying } from './decide.ts'
export type { Decision, DecisionKind, Decisions, Doubt, TypedDetail, TypedFields, Veto } from './decision.ts'
export { readDecisions, readYearGroupMap } from './decisions.store.ts'
export { noteDoubts } from './doubts.store.ts'
export { doubtEmail, type EmailDoubt } from './email-doubt.ts'
export { erasePerson as erasePersonFromReview } from './erase-person.store.ts'
export type { ReviewInput } from './facts.ts'
export { endAsGone, type GoneDecision, goneDecisions, holdingDecisions } from './gone-decisions.store.ts'
export {
  alikeRows,
  changedSince,
  filteredRows,
  firstNamed,
  listRows,
  placesOf,
  type RowPlace,
  rowOfRecord,
  rowsById,
} from './list-rows.store.ts'
export { ourRecord, theirRecord } from './match-people.ts'
export { type MoverNote, noteMovers, type RowMover } from './movers.store.ts'
export { forgetNotSame, type NotSame, noteNotSame, type PersonPair, readNotSame } from './not-same.store.ts'
export { countStatuses, doubtsOf, type ReviewRow, type SetAside, type StatusCounts } from './review-row.ts'
export { readRows, refreshRows, removeOldRows } from './review-rows.store.ts'
export { reviveDecisionsOfRun } from './revived-decisions.store.ts'
export type { RowFilters } from './row-filters.store.ts'
export { type GroundFacts, isExpected, type RowGround, rowGround } from './row-ground.ts'
export { patternOf } from './row-pattern.ts'
export type { RowSort } from './row-place.store.ts'
export { indexSaid, type Said } from './said.ts'
export { reviveWords, settleWords } from './settled-words.store.ts'
export type { ShownChange, ShownDecision, ShownRow, ShownSide, StoredRow } from './shown-row.ts'
export { touchesOf } from './touches.ts'
export { detailOf, supplying, type TypedRecords, typedRecords } from './typed-details.ts'
export { isPutBackPossible, putBack, takeBack } from './undo-batches.store.ts'
export { countWaiting, type Waiting } from './waiting.store.ts'

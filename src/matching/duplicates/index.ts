export type { DuplicateBasis, DuplicateInput, DuplicatePair } from './duplicate.ts'
export { findDuplicates } from './find-duplicates.ts'

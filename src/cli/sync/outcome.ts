import type { FilesRead } from '../../runs/index.ts'
import type { CarriedOut } from './carry-out.ts'

/** What a sync did, and what of its source belongs to no school. */
export interface Outcome extends CarriedOut {
  readonly noSchool: FilesRead['noSchool']
}

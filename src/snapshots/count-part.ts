import { unpack } from './pack.ts'
import type { SchoolPart, UploadItem } from './upload.ts'

/** How many people and classes one school's part of a source names. */
export interface PartCounts {
  readonly pupils: number
  readonly staff: number
  readonly classes: number
}

/** Counts everybody once, however many rows name them. */
export function countPart({ chunks }: SchoolPart): PartCounts {
  const seen = { pupil: new Set<string>(), staff: new Set<string>(), class: new Set<string>() }
  for (const chunk of chunks) {
    // only `packer` makes chunks, and only items go in
    for (const item of unpack(chunk) as readonly UploadItem[]) {
      if (item[0] === 'person') seen[item[1].kind].add(item[1].sourceId)
      else if (item[0] === 'class') seen.class.add(item[1].sourceId)
    }
  }
  return { pupils: seen.pupil.size, staff: seen.staff.size, classes: seen.class.size }
}

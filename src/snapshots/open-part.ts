import type { Place } from '../connectors/index.ts'
import { type Problem, type ProblemCode, problem } from '../kernel/index.ts'
import type { SourceKind } from '../roster/index.ts'
import { packer } from './pack.ts'
import { type RowCounter, rowCounter } from './row-counter.ts'
import type { UploadItem } from './upload.ts'

/** What has been read about one school so far. */
export interface OpenPart {
  name: string | null
  isDescribed: boolean
  readonly rows: RowCounter
  readonly problems: Problem[]
  /** Kinds whose absence this school's own rows made unproven, with the first reason. */
  readonly unproven: Map<SourceKind | 'enrolment', string>
  add(item: UploadItem): void
  leftOut(code: ProblemCode, detail: string, place: Place): void
  finish(): { readonly chunks: readonly Buffer[]; readonly problems: readonly Problem[] }
}

/** Opens the part of one school. Rows left out for the same reason are reported together, with their number. */
export function openPart(): OpenPart {
  const items = packer()
  const problems: Problem[] = []
  const groups = new Map<string, { readonly code: ProblemCode; readonly detail: string; readonly place: Place; count: number }>()
  const rows = rowCounter()
  return {
    name: null,
    isDescribed: false,
    rows,
    problems,
    unproven: new Map(),
    add: (item) => items.add(item),
    leftOut(code, detail, place) {
      rows.count('leftOut')
      const group = groups.get(`${code} ${detail}`) ?? { code, detail, place, count: 0 }
      group.count += 1
      groups.set(`${code} ${detail}`, group)
    },
    finish() {
      const together = [...groups.values()].map(({ code, detail, place, count }) => problem(code, { ...place, params: { count, detail } }))
      return { chunks: items.finish(), problems: [...problems, ...together] }
    },
  }
}

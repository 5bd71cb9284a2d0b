import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { mayDo } from './paint.ts'
import type { RowCommand } from './use-table-focus.ts'

/** One thing that can be said about a row, in words. */
export interface RowActItem {
  readonly label: string
  readonly command: RowCommand
}

/** Everything that may be said about a row, what answers its question first: the buttons of its details, and its menu. */
export function rowActs(row: ReviewRowDetails, say: Say): readonly RowActItem[] {
  const { status, kind, setAside, missing } = row
  const isAsked = status === 'may_match'
  const may = (act: Extract<RowCommand, { kind: 'act' }>['act'], label: string): readonly RowActItem[] =>
    mayDo(act, row) ? [{ label, command: { kind: 'act', act } }] : []
  return [
    ...may('same', say(`review.act.same_${kind}`)),
    ...may('different', say(isAsked ? `review.act.different_${kind}` : 'review.act.unmatch')),
    ...may('import', say('review.act.import')),
    ...(mayDo('match', row)
      ? [{ label: say(isAsked ? 'review.act.match_other' : 'review.act.match'), command: { kind: 'match' } as const }]
      : []),
    ...may('leave_out', say(status === 'synced' ? 'review.act.leave_out_once' : 'review.act.leave_out')),
    ...missing.map((detail) => ({ label: say(`review.act.type.${detail}`), command: { kind: 'type_here', detail } as const })),
    ...may('ignore', say(status === 'new' ? 'review.act.never_import' : 'review.act.ignore')),
    ...may('consider', say(setAside === 'once' ? 'review.act.not_left_out' : 'review.act.stop_ignoring')),
  ]
}

import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Diff } from '../../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import { mostTellingFirst } from './change-order.ts'

const SHOWN = 3

/** What the sync would do to this person, in words; never by colour only. */
export function RowChanges({ row, say }: { readonly row: ReviewRowDetails; readonly say: Say }) {
  const shown = mostTellingFirst(row.changes).slice(0, SHOWN)
  const more = row.changes.length - shown.length
  if (row.setAside !== null) return say('review.untouched')
  if (row.decided?.act === 'unmatch' || row.decided?.act === 'different' || row.here === null || row.there === null || shown.length === 0)
    return inWords(row, say)
  return (
    <>
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          {/* what stands alone says what it is */}
          {(before === null || after === null) && `${fieldName(say, field, row.kind)}: `}
          <Diff before={fieldValue(say, field, before)} after={fieldValue(say, field, after) ?? say('review.empty_value')} />
        </div>
      ))}
      {more > 0 && <span className="cell-more">{say('review.more_changes', { count: more })}</span>}
    </>
  )
}

function inWords({ status, willImport, reason, error, here, there, decided }: ReviewRowDetails, say: Say): string {
  if (decided?.act === 'different' || decided?.act === 'unmatch') return say('review.untouched')
  if (here === null) return error === null && willImport ? say('review.new_record') : say('review.nothing')
  if (status === 'desynced' && reason?.code === 'left_before') return say('review.untouched')
  if (status === 'desynced') return say(reason?.code === 'out_of_scope' ? 'review.stays' : 'review.becomes_leaver')
  if (there === null) return say('review.untouched')
  return say(status === 'matched' || status === 'may_match' ? 'review.link' : 'review.nothing')
}

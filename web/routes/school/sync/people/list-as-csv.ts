import type { ReviewRowDetails, RowSide } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { csvOf } from '../../../../kit/csv.ts'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import { sayRowReason } from './row-reason.ts'

/** Rows of the review as a CSV file for a spreadsheet, in the words of the school. */
export function listAsCsv(rows: readonly ReviewRowDetails[], say: Say): string {
  const head = [
    ...[say('review.here'), say('review.csv.details_here'), say('review.there'), say('review.csv.details_there')],
    ...[say('review.changes'), say('review.status'), say('review.reason_label'), say('review.import'), say('review.csv.problem')],
  ]
  const lines = rows.map((row) => [
    row.here?.name ?? '',
    detailsOf(row.here, say),
    row.there?.name ?? '',
    detailsOf(row.there, say),
    row.changes
      .map(({ field, before, after }) => {
        const [was, now] = [fieldValue(say, field, before) ?? '', fieldValue(say, field, after) ?? say('review.empty_value')]
        return say('review.csv.change', { field: fieldName(say, field, row.kind), was, now })
      })
      .join('; '),
    say(`status.${row.status}`),
    row.reason === null ? '' : (sayRowReason(say, row.reason) ?? ''),
    row.status === 'new' ? say(row.willImport ? 'review.csv.yes' : 'review.csv.no') : '',
    row.error === null ? '' : row.error.title,
  ])
  return csvOf(head, lines)
}

function detailsOf(side: RowSide | null, say: Say): string {
  if (side === null) return ''
  const { birthDate, yearGroup, registrationClass, upn, email } = side
  return [birthDate === null ? null : say.date(birthDate), yearGroup, registrationClass, upn, email].filter(Boolean).join(', ')
}

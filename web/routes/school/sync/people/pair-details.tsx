import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { CopyButton } from '../../../../kit/copy-button.tsx'
import { Diff } from '../../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { mostTellingFirst } from './change-order.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { Explanation } from './explanation.tsx'
import { nameOf, replacedBy } from './paint.ts'
import { rowNote } from './row-note.ts'

/** The two records side by side, what speaks for and against them, and what would be replaced: in the table and one at a time. */
export function PairDetails({ run, row }: { readonly run: RunDetails; readonly row: ReviewRowDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [withNumbers, setWithNumbers] = useState(false)
  const asked = { params: { school, run: run.id, row: row.id }, query: { bits: `${withNumbers}` } } as const
  const { data: read, error } = useQuery({ ...apiQuery('runs.row', asked), retry: false, placeholderData: keepPreviousData })
  // while the next row is read, the words are not those of the one before
  const data = read?.id === row.id ? read : undefined
  const isPair = row.here !== null && row.there !== null
  const why = row.status === 'may_match' ? say(`review.why_${row.kind}`) : say('review.why_matched')
  return (
    <>
      <h2 tabIndex={-1}>{isPair ? why : say('review.details_of', { name: nameOf(row) })}</h2>
      {data !== undefined && data.verdict !== null && <p>{say.message('match.verdict', data.verdict) ?? ''}</p>}
      {row.error !== null && <ErrorNote row={row} error={row.error} />}
      {row.warnings.map((it) => (
        <p key={it.code} className="warning">
          {say.message('match', it) ?? ''}
        </p>
      ))}
      {row.setAside !== null && <p>{say(asideText(row))}</p>}
      {row.double !== null && row.setAside === null && (
        <p className="warning">
          {say(`review.double.${row.double.basis}`, { name: doubleName(row.double) })} {row.needsDecision && say('review.double.ask')}
        </p>
      )}
      {row.mover !== null && <p>{say(`review.mover.${row.mover.basis}`, { school: row.mover.school })}</p>}
      <EvidenceTable row={row} evidence={isPair ? (data?.evidence ?? []) : null} withNumbers={withNumbers} />
      {error !== null && <ProblemView error={error} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && isPair && <Explanation of={data} isInTable withNumbers={withNumbers} onNumbers={setWithNumbers} />}
      <Replaced row={row} say={say} />
    </>
  )
}

function doubleName({ name, registrationClass }: NonNullable<ReviewRowDetails['double']>): string {
  return registrationClass === null ? name : `${name}, ${registrationClass}`
}

/** What was said for ever, or for this once. */
function asideText({ setAside, here }: ReviewRowDetails) {
  if (setAside === 'once') return 'review.aside.once'
  return here === null ? 'review.aside.never_import' : 'review.aside.ignored'
}

/** Why the sync leaves the person out, what to do, and a note with both for whoever can. */
function ErrorNote({ row, error }: { readonly row: ReviewRowDetails; readonly error: NonNullable<ReviewRowDetails['error']> }) {
  const say = useSay()
  const { title, cure } = error
  return (
    <p>
      {say('review.error_why', { title, cure })} <CopyButton text={rowNote(row, say) ?? ''} label={say('review.note.copy')} />
    </p>
  )
}

/** What a match writes over our record: listed before it is confirmed (S-65, WCAG 3.3.4). */
function Replaced({ row, say }: { readonly row: ReviewRowDetails; readonly say: Say }) {
  const { here, status } = row
  const changes = replacedBy(row)
  if (here === null || changes.length === 0) return null
  const isAsked = status === 'may_match'
  const sentence = say(isAsked ? 'review.overwrites' : 'review.fields_change', { count: changes.length, name: here.name })
  return (
    <>
      <p className={isAsked ? 'warning' : undefined}>
        {sentence} {isAsked && say('review.overwrites_warning')}
      </p>
      <ul className="field-changes">
        {mostTellingFirst(changes).map(({ field, before, after }) => (
          <li key={field}>
            {fieldName(say, field, row.kind)}:{' '}
            <Diff before={fieldValue(say, field, before)} after={fieldValue(say, field, after) ?? say('review.empty_value')} />
          </li>
        ))}
      </ul>
    </>
  )
}

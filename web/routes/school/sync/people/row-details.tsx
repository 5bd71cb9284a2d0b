import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewRowDetails, RowSide, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Diff } from '../../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { mostTellingFirst } from './change-order.ts'
import { Explanation } from './explanation.tsx'
import { mayDo, nameOf, replacedBy } from './paint.ts'
import type { RowCommand } from './use-table-focus.ts'

interface RowDetailsProps {
  readonly run: RunDetails
  readonly row: ReviewRowDetails
  readonly place: number
  readonly columns: number
  onCommand(command: RowCommand): void
}

/** Under a row: the two records side by side, what speaks for and against them, what would be replaced, and what can be said. */
export function RowDetails({ run, row, place, columns, onCommand }: RowDetailsProps) {
  const say = useSay()
  const { code: school } = useSchool()
  const [withNumbers, setWithNumbers] = useState(false)
  const asked = { params: { school, run: run.id, row: row.id }, query: { bits: `${withNumbers}` } } as const
  const { data, error } = useQuery({ ...apiQuery('runs.row', asked), retry: false, placeholderData: keepPreviousData })
  const name = nameOf(row)
  const isPair = row.here !== null && row.there !== null
  const why = row.status === 'may_match' ? say(`review.why_${row.kind}`) : say('review.why_matched')
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <tr role="row" className="details-row">
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <td role="cell" colSpan={columns}>
        <section className={`details details-${row.status}`} id={`details-${place}`} aria-label={say('review.details_of', { name })}>
          <h2>{isPair ? why : say('review.details_of', { name })}</h2>
          {data !== undefined && data.verdict !== null && <p>{say.message('match.verdict', data.verdict) ?? ''}</p>}
          {row.error !== null && <p>{say('review.error_why', { title: row.error.title, cure: row.error.cure })}</p>}
          {row.warnings.map((it) => (
            <p key={it.code} className="warning">
              {say.message('match', it) ?? ''}
            </p>
          ))}
          {row.mover !== null && <p>{say(`review.mover.${row.mover.basis}`, { school: row.mover.school })}</p>}
          <Comparison row={row} say={say} />
          {error !== null && <ProblemView error={error} />}
          {data === undefined && error === null && <Loading />}
          {data !== undefined && isPair && <Explanation of={data} withNumbers={withNumbers} onNumbers={setWithNumbers} />}
          <Replaced row={row} say={say} />
          <Acts row={row} say={say} onCommand={onCommand} />
        </section>
      </td>
    </tr>
  )
}

const DETAILS = ['name', 'known_as', 'birth_date', 'year_group', 'registration_class', 'upn', 'email', 'position'] as const

function Comparison({ row, say }: { readonly row: ReviewRowDetails; readonly say: Say }) {
  const lines = DETAILS.map((detail) => ({ detail, here: sideValue(row.here, detail, say), there: sideValue(row.there, detail, say) }))
  // of a pupil it says no more than that they are one
  const known = lines.filter((it) => (it.here !== null || it.there !== null) && (row.kind === 'staff' || it.detail !== 'position'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (UX E3)
    <section className="scroll" aria-label={say('review.compare')} tabIndex={0}>
      <table className="compare">
        <caption className="visually-hidden">{say('review.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('review.detail')}</th>
            <th scope="col">{say('review.here')}</th>
            <th scope="col">{say('review.there')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ detail, here, there }) => (
            <tr key={detail}>
              <th scope="row">{say(`review.detail.${detail}`)}</th>
              <td>{here ?? (row.here === null ? '—' : say('review.detail.missing'))}</td>
              <td>{there ?? (row.there === null ? '—' : say('review.detail.missing'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sideValue(side: RowSide | null, detail: (typeof DETAILS)[number], say: Say): string | null {
  if (side === null) return null
  const values = {
    name: side.name,
    known_as: side.knownAs,
    birth_date: side.birthDate === null ? null : say.date(side.birthDate),
    year_group: side.yearGroup,
    registration_class: side.registrationClass,
    upn: side.upn,
    email: side.email,
    position: side.position,
  }
  return values[detail] === '' ? null : values[detail]
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

function Acts({ row, say, onCommand }: { readonly row: ReviewRowDetails; readonly say: Say; onCommand(command: RowCommand): void }) {
  return (
    <div className="buttons">
      {mayDo('same', row) && <Button onClick={() => onCommand({ kind: 'act', act: 'same' })}>{say(`review.act.same_${row.kind}`)}</Button>}
      {mayDo('different', row) && (
        <Button kind="secondary" onClick={() => onCommand({ kind: 'act', act: 'different' })}>
          {say(row.status === 'may_match' ? `review.act.different_${row.kind}` : 'review.act.unmatch')}
        </Button>
      )}
      {mayDo('match', row) && (
        <Button kind="secondary" onClick={() => onCommand({ kind: 'match' })}>
          {say(row.status === 'may_match' ? 'review.act.match_other' : 'review.act.match')}
        </Button>
      )}
      {mayDo('leave_out', row) && (
        <Button kind="secondary" onClick={() => onCommand({ kind: 'act', act: 'leave_out' })}>
          {say('review.act.leave_out')}
        </Button>
      )}
    </div>
  )
}

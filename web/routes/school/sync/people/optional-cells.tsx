import { useState } from 'react'
import type { ReviewRowDetails, RouteAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { nameOf } from './paint.ts'
import type { OptionalColumn } from './use-review-view.ts'

interface CellProps {
  readonly row: ReviewRowDetails
  readonly run: string
  readonly say: Say
  readonly isCurrent: boolean
}

/** The cells of the columns that somebody added. */
export function OptionalCells({ columns, ...cell }: CellProps & { readonly columns: readonly OptionalColumn[] }) {
  const { here, there } = cell.row
  // what was shown is not shown of somebody else: another pair begins masked
  const pair = `upn ${here?.upn ?? ''} ${there?.upn ?? ''}`
  return columns.map((it) => (it === 'upn' ? <UpnCell key={pair} {...cell} /> : <MisIdCell key={it} {...cell} />))
}

function MisIdCell({ row, say }: CellProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <td role="cell" data-label={say('review.column.mis_id')} className={row.misId === null ? 'is-empty' : 'long-word'}>
      {row.misId ?? '—'}
    </td>
  )
}

type Upns = RouteAnswer<'runs.showUpn'>

/** Masked until somebody asks: that they did is noted. */
function UpnCell({ row, run, say, isCurrent }: CellProps) {
  const { code: school } = useSchool()
  const [shown, setShown] = useState<Upns | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const masked: Upns = { here: row.here?.upn ?? null, there: row.there?.upn ?? null }
  const upns = shown ?? masked
  const label = say('review.column.upn')
  const isEmpty = masked.here === null && masked.there === null
  const toggle = (): void => {
    setFailed(false)
    if (shown !== null) setShown(null)
    else call('runs.showUpn', { params: { school, run, row: row.id } }).then(setShown, () => setFailed(true))
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <td role="cell" data-label={label} className={isEmpty ? 'is-empty' : undefined}>
      {isEmpty && '—'}
      <UpnLines lines={linesOf(say, upns)} />
      {!isEmpty && (
        <button
          type="button"
          name="upn"
          className="row-name"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={say(shown === null ? 'review.upn.show_of' : 'review.upn.hide_of', { name: nameOf(row) })}
          onClick={toggle}
        >
          {say(shown === null ? 'review.upn.show' : 'review.upn.hide')}
        </button>
      )}
      {hasFailed && (
        <span role="alert" className="cell-more">
          {say('review.upn.failed')}
        </span>
      )}
    </td>
  )
}

/** Bare text where there is one line: a hundred rows are a hundred elements less. */
function UpnLines({ lines: [first, second] }: { readonly lines: readonly string[] }) {
  if (second === undefined) return first === undefined ? null : `${first} `
  return (
    <>
      {first}
      <br />
      {second}{' '}
    </>
  )
}

/** One line where both sides have the same, else one for each side. */
function linesOf(say: Say, { here, there }: Upns): readonly string[] {
  if (here !== null && there !== null && here !== there)
    return [say('review.upn.here', { upn: here }), say('review.upn.there', { upn: there })]
  return [here ?? there].filter((it) => it !== null)
}

import type { YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import type { FormError } from '../../../../kit/error-summary.tsx'
import type { Column } from '../../../../kit/list-table.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { useSay } from '../../../../words.tsx'
import { isMoved, mayUnset, NONE, NOT_SYNCED, saidOf, UNKNOWN, type YearRow } from './year-choices.ts'

/** What the columns of the year groups panel need to know of the form around them. */
export interface YearForm {
  readonly answer: YearGroupsAnswer
  readonly errors: readonly FormError[]
  readonly places: ReadonlyMap<string, number>
  chosenFor(row: YearRow): string
  choose(row: YearRow, value: string): void
}

/** Columns of the year groups panel: what the MIS has, what it is here, and how we know. */
export function yearColumns(say: Say, form: YearForm): readonly Column<YearRow>[] {
  return [
    { key: 'raw', heading: say('sync.years.raw'), cell: (it) => it.raw },
    { key: 'pupils', heading: say('sync.step.pupils'), isNumber: true, cell: (it) => say.number(it.pupils) },
    { key: 'here', heading: say('sync.years.here'), cell: (it) => <YearSelect row={it} form={form} /> },
    {
      key: 'how',
      heading: say('sync.years.how'),
      cell: (it) => <Tag>{say(form.chosenFor(it) === saidOf(it) ? `sync.years.${it.source}` : 'sync.years.changed')}</Tag>,
    },
  ]
}

function YearSelect({ row, form }: { readonly row: YearRow; readonly form: YearForm }) {
  const say = useSay()
  const id = `year-${form.places.get(row.raw) ?? 0}`
  const error = form.errors.find((it) => it.field === id)?.text
  const moved = isMoved(row, form.chosenFor(row))
  const notes = [...(error === undefined ? [] : [`${id}-error`]), ...(moved ? [`${id}-moves`] : [])]
  return (
    <span className={error === undefined ? undefined : 'has-error'}>
      {error !== undefined && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <select
        id={id}
        className="input input-short"
        aria-label={say('sync.years.select_for', { name: row.raw })}
        aria-describedby={notes.length === 0 ? undefined : notes.join(' ')}
        aria-invalid={error === undefined ? undefined : true}
        value={form.chosenFor(row)}
        onChange={(event) => form.choose(row, event.target.value)}
      >
        {row.isUnknown && <option value={UNKNOWN}>{say('sync.years.choose')}</option>}
        {form.answer.choices.map((it) => (
          <option key={it.code} value={it.code}>
            {it.name}
          </option>
        ))}
        {mayUnset(row) && <option value={NONE}>{say('sync.years.without')}</option>}
        {mayUnset(row) && <option value={NOT_SYNCED}>{say('sync.years.none')}</option>}
      </select>
      {moved && (
        <span className="cell-more" id={`${id}-moves`} role="status">
          {say('sync.years.moves', { count: row.here })}
        </span>
      )}
    </span>
  )
}

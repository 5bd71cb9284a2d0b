import type { SelectHTMLAttributes } from 'react'
import { describedBy, FieldNotes, type FieldProps } from './field.tsx'

/** One choice of a select. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** A labelled native select. `isTool`: above a list rather than in a form. */
export function Select({
  label,
  hint,
  error,
  options,
  isTool = false,
  ...select
}: FieldProps &
  SelectHTMLAttributes<HTMLSelectElement> & {
    readonly id: string
    readonly options: readonly Option[]
    readonly isTool?: boolean | undefined
  }) {
  const notes = { id: select.id, hint, error }
  return (
    <div className={`${isTool ? 'tool' : 'field'}${error === undefined ? '' : ' has-error'}`}>
      <label className="label" htmlFor={select.id}>
        {label}
      </label>
      <FieldNotes {...notes} />
      <select {...select} className="input" aria-describedby={describedBy(notes)} aria-invalid={error === undefined ? undefined : true}>
        {options.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  )
}

import type { InputHTMLAttributes, ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What every field of a form says. The id is what an error summary links to. */
export interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** Which elements describe the field, for `aria-describedby`. */
export function describedBy({ id, hint, error }: Omit<FieldProps, 'label'>): string | undefined {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])]
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** Hint and error of a field, where it describes itself by them. */
export function FieldNotes({ id, hint, error }: Omit<FieldProps, 'label'>) {
  const say = useSay()
  return (
    <>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <VisuallyHidden>{say('kit.error_before')} </VisuallyHidden>
          {error}
        </p>
      )}
    </>
  )
}

/** A labelled input with its hint and error. `children` stand beside the input. */
export function Field({
  label,
  hint,
  error,
  children,
  isShort = false,
  ...input
}: FieldProps &
  InputHTMLAttributes<HTMLInputElement> & { readonly id: string; readonly children?: ReactNode; readonly isShort?: boolean | undefined }) {
  const notes = { id: input.id, hint, error }
  const box = (
    <input
      autoComplete="off"
      {...input}
      className={`input${isShort ? ' input-short' : ''}`}
      aria-describedby={describedBy(notes)}
      aria-invalid={error === undefined ? undefined : true}
    />
  )
  return (
    <div className={`field${error === undefined ? '' : ' has-error'}`}>
      <label className="label" htmlFor={input.id}>
        {label}
      </label>
      <FieldNotes {...notes} />
      {children === undefined ? (
        box
      ) : (
        <div className="input-row">
          {box}
          {children}
        </div>
      )}
    </div>
  )
}

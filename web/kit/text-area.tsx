import type { TextareaHTMLAttributes } from 'react'
import { describedBy, FieldNotes, type FieldProps } from './field.tsx'

/** A labelled text of several lines with its hint and error. */
export function TextArea({
  label,
  hint,
  error,
  ...input
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly id: string }) {
  const notes = { id: input.id, hint, error }
  return (
    <div className={`field${error === undefined ? '' : ' has-error'}`}>
      <label className="label" htmlFor={input.id}>
        {label}
      </label>
      <FieldNotes {...notes} />
      <textarea {...input} className="input" aria-describedby={describedBy(notes)} aria-invalid={error === undefined ? undefined : true} />
    </div>
  )
}

import { use, useEffect, useRef } from 'react'
import { useSay } from '../words.tsx'
import { PageErrors } from './page-errors.ts'

/** One error of a form: the id of its field, and what stands at the field as well. */
export interface FormError {
  readonly field: string
  readonly text: string
}

/** All errors of a form. Takes the focus when it appears, and again when its errors change. */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second try with other errors takes the focus again
  useEffect(() => box.current?.focus(), [errors])
  const tellPage = use(PageErrors)
  const hasErrors = errors.length > 0
  useEffect(() => {
    tellPage(hasErrors)
    return () => tellPage(false)
  }, [tellPage, hasErrors])
  if (!hasErrors) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say('kit.there_is_a_problem')}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            {field === '' ? (
              text
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(field)?.focus()
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The error at one field, or undefined. */
export function errorAt(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((it) => it.field === field)?.text
}

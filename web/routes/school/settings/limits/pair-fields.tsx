import { errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { useSay } from '../../../../words.tsx'
import type { Pair, Typed } from './typed-limits.ts'

const PARTS = [
  { part: 'count', words: 'limits.number', inputMode: 'numeric' },
  { part: 'share', words: 'limits.share', inputMode: 'decimal' },
] as const

/** The number and the share of one limit. */
export function PairFields({
  of,
  typed,
  errors,
  onType,
}: {
  readonly of: Pair
  readonly typed: Typed
  readonly errors: readonly FormError[]
  onType(field: string, text: string): void
}) {
  const say = useSay()
  const hint = `limit-${of}-hint`
  return (
    <fieldset className="field" aria-describedby={hint}>
      <legend className="label">{say(`limits.${of}`)}</legend>
      <p className="hint" id={hint}>
        {say(`limits.${of}.hint`)}
      </p>
      {PARTS.map(({ part, words, inputMode }) => {
        const field = `${of}.${part}`
        return (
          <Field
            key={part}
            id={`limit-${field}`}
            label={say(words)}
            isShort
            inputMode={inputMode}
            value={typed[field] ?? ''}
            error={errorAt(errors, `limit-${field}`)}
            onChange={(event) => onType(field, event.target.value)}
          />
        )
      })}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import { describedBy, FieldNotes, type FieldProps } from './field.tsx'

/** One choice, with what it means, and what is asked once it is chosen. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: string | undefined
  readonly inside?: ReactNode
}

interface GroupProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[]
  readonly isLarge?: boolean | undefined
}

/** Choose one. The id is that of the first choice, so that an error summary can go there. */
export function RadioGroup<Value extends string>({
  value,
  onChange,
  ...group
}: GroupProps<Value> & { readonly value: Value | null; onChange(value: NoInfer<Value>): void }) {
  return (
    <ChoiceGroup
      {...group}
      type="radio"
      isChecked={(it) => it === value}
      onToggle={(it) => {
        onChange(it)
      }}
    />
  )
}

/** Choose any. */
export function CheckboxGroup<Value extends string>({
  values,
  onChange,
  ...group
}: GroupProps<Value> & { readonly values: readonly Value[]; onChange(values: readonly NoInfer<Value>[]): void }) {
  return (
    <ChoiceGroup
      {...group}
      type="checkbox"
      isChecked={(it) => values.includes(it)}
      onToggle={(it, isChecked) => onChange(isChecked ? [...values, it] : values.filter((other) => other !== it))}
    />
  )
}

function ChoiceGroup<Value extends string>({
  id,
  label,
  hint,
  error,
  choices,
  isLarge = false,
  type,
  isChecked,
  onToggle,
}: GroupProps<Value> & {
  readonly type: 'radio' | 'checkbox'
  isChecked(value: Value): boolean
  onToggle(value: Value, isChecked: boolean): void
}) {
  return (
    <fieldset className={`field${error === undefined ? '' : ' has-error'}`} aria-describedby={describedBy({ id, hint, error })}>
      <legend className={`label${isLarge ? ' legend-large' : ''}`}>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="choices">
        {choices.map((choice, place) => (
          <ChoiceBox
            key={choice.value}
            boxId={place === 0 ? id : `${id}-${place}`}
            name={id}
            type={type}
            choice={choice}
            isChecked={isChecked(choice.value)}
            onToggle={(checked) => onToggle(choice.value, checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function ChoiceBox<Value extends string>({
  boxId,
  name,
  type,
  choice,
  isChecked,
  onToggle,
}: {
  readonly boxId: string
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly choice: Choice<Value>
  readonly isChecked: boolean
  onToggle(isChecked: boolean): void
}) {
  const detailId = choice.detail === undefined ? undefined : `${boxId}-detail`
  return (
    <div>
      <div className="choice">
        <input
          id={boxId}
          type={type}
          name={name}
          value={choice.value}
          checked={isChecked}
          aria-describedby={detailId}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <div className="choice-words">
          <label className="choice-label" htmlFor={boxId}>
            {choice.label}
          </label>
          {choice.detail !== undefined && (
            <span className="choice-detail" id={detailId}>
              {choice.detail}
            </span>
          )}
        </div>
      </div>
      {isChecked && choice.inside !== undefined && <div className="choice-inside">{choice.inside}</div>}
    </div>
  )
}

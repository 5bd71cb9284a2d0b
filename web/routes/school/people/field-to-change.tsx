import { Field } from '../../../kit/field.tsx'
import { fieldValue } from '../../../kit/field-words.ts'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  sex: ['', 'female', 'male', 'other', 'unspecified'],
  userType: ['', 'Teacher', 'Staff', 'Administrator'],
  status: ['active', 'disabled'],
}

/** One detail of a person, as it is typed: a choice where there are few. Its id is `person-` and the name of the field. */
export function FieldToChange({
  field,
  label,
  value,
  error,
  choices = CHOICES[field],
  onChange,
}: {
  readonly field: string
  readonly label: string
  readonly value: string
  readonly error: string | undefined
  /** What may be chosen; an empty text is nothing. */
  readonly choices?: readonly string[] | undefined
  onChange(value: string): void
}) {
  const say = useSay()
  const id = `person-${field}`
  if (choices !== undefined) {
    const options = choices.map((it) => ({ value: it, label: it === '' ? say('person.nothing') : (fieldValue(say, field, it) ?? it) }))
    return <Select id={id} label={label} error={error} value={value} options={options} onChange={(event) => onChange(event.target.value)} />
  }
  const type = field === 'birthDate' ? 'date' : field === 'email' ? 'email' : 'text'
  return (
    <Field
      id={id}
      label={label}
      error={error}
      type={type}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

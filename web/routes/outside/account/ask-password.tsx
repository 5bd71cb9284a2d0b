import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { PasswordField } from '../../../kit/password-field.tsx'
import { useSay } from '../../../words.tsx'

interface AskPasswordProps {
  /** Of the field. */
  readonly id: string
  /** What the button says. */
  readonly act: string
  readonly ask: { readonly isPending: boolean; mutate(present: string, how: { onError(error: unknown): void }): void }
}

/** Asks for the present password before something that protects the account is changed. */
export function AskPassword({ id, act, ask }: AskPasswordProps) {
  const say = useSay()
  const [present, setPresent] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const label = say('account.your_password')
  const submit = (): void => {
    const missing = present === '' ? [{ field: id, text: say('account.your_password_missing') }] : []
    setErrors(missing)
    if (missing.length > 0) return
    ask.mutate(present, {
      onError: (error) => setErrors(formErrors(error, say, (path) => (path === 'present' ? { id, label } : undefined))),
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <PasswordField
        id={id}
        label={label}
        autoComplete="current-password"
        maxLength={200}
        value={present}
        error={errorAt(errors, id)}
        onChange={(event) => setPresent(event.target.value)}
      />
      <Button type="submit" kind="secondary" isBusy={ask.isPending}>
        {act}
      </Button>
    </form>
  )
}

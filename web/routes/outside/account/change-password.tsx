import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyAccount } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { PasswordField } from '../../../kit/password-field.tsx'
import { PASSWORD_LENGTH_MIN } from '../../../kit/password-length.ts'
import { useSay } from '../../../words.tsx'

const EMPTY = { present: '', password: '' }

/** Another password for the account, for who knows the present one. */
export function ChangePassword({ email, onChanged }: { readonly email: string; onChanged(account: MyAccount): void }) {
  const say = useSay()
  const [typed, setTyped] = useState(EMPTY)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const labels = { present: say('account.present'), password: say('account.new') }
  const change = useMutation({
    mutationFn: () => call('account.changePassword', { body: typed }),
    onSuccess: (it) => {
      setTyped(EMPTY)
      onChanged(it)
    },
    onError: (error) =>
      setErrors(
        formErrors(error, say, (path) => (path === 'present' || path === 'password' ? { id: path, label: labels[path] } : undefined)),
      ),
  })
  const submit = (): void => {
    const wrong = [
      ...(typed.present === '' ? [{ field: 'present', text: say('account.present_missing') }] : []),
      ...(typed.password.length < PASSWORD_LENGTH_MIN
        ? [{ field: 'password', text: say('account.new_short', { count: PASSWORD_LENGTH_MIN }) }]
        : []),
    ]
    setErrors(wrong)
    if (wrong.length === 0) change.mutate()
  }
  return (
    <section className="section" aria-labelledby="password-title">
      <h2 id="password-title">{say('account.password_title')}</h2>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!change.isPending) submit()
        }}
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          id="present"
          label={labels.present}
          autoComplete="current-password"
          maxLength={200}
          value={typed.present}
          error={errorAt(errors, 'present')}
          onChange={(event) => setTyped({ ...typed, present: event.target.value })}
        />
        <PasswordField
          id="password"
          label={labels.password}
          hint={say('account.new_hint', { count: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
          maxLength={200}
          value={typed.password}
          error={errorAt(errors, 'password')}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        />
        <Button type="submit" isBusy={change.isPending}>
          {say('account.change')}
        </Button>
      </form>
    </section>
  )
}

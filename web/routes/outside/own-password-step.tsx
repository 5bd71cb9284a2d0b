import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorSummary, errorAt } from '../../kit/error-summary.tsx'
import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { PASSWORD_LENGTH_MIN } from '../../kit/password-length.ts'
import { useSay } from '../../words.tsx'
import type { StepProps } from './code-step.tsx'

/** The step of signing in with a temporary password: one of one's own in its place. */
export function OwnPasswordStep({ errors, isBusy, onErrors, onChosen, onBack }: StepProps & { onChosen(password: string): void }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const submit = (): void => {
    const isShort = password.length < PASSWORD_LENGTH_MIN
    onErrors(isShort ? [{ field: 'new-password', text: say('sign_in.own_short', { count: PASSWORD_LENGTH_MIN }) }] : [])
    if (!isShort) onChosen(password)
  }
  return (
    <Frame>
      <Page title={say('sign_in.own_title')}>
        <ErrorSummary errors={errors} />
        <p>{say('sign_in.own_why')}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!isBusy) submit()
          }}
        >
          <PasswordField
            id="new-password"
            label={say('sign_in.own')}
            hint={say('sign_in.own_hint', { count: PASSWORD_LENGTH_MIN })}
            autoComplete="new-password"
            maxLength={200}
            value={password}
            error={errorAt(errors, 'new-password')}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div className="buttons">
            <Button type="submit" isBusy={isBusy}>
              {say('sign_in.button')}
            </Button>
            <Button kind="secondary" onClick={onBack}>
              {say('sign_in.back')}
            </Button>
          </div>
        </form>
      </Page>
    </Frame>
  )
}

import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../kit/error-summary.tsx'
import { Field } from '../../kit/field.tsx'
import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words.tsx'

/** What every step after the first shares. */
export interface StepProps {
  readonly errors: readonly FormError[]
  readonly isBusy: boolean
  onErrors(errors: readonly FormError[]): void
  onBack(): void
}

/** The second step of signing in, where the account has an authenticator. */
export function CodeStep({ errors, isBusy, onErrors, onCode, onBack }: StepProps & { onCode(code: string): void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const submit = (): void => {
    const missing = code.trim() === '' ? [{ field: 'code', text: say('sign_in.code_missing') }] : []
    onErrors(missing)
    if (missing.length === 0) onCode(code)
  }
  return (
    <Frame>
      <Page title={say('sign_in.code_title')}>
        <ErrorSummary errors={errors} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!isBusy) submit()
          }}
        >
          <CodeField value={code} error={errorAt(errors, 'code')} onChange={setCode} />
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

interface CodeFieldProps {
  readonly value: string
  readonly error: string | undefined
  onChange(code: string): void
}

/** A code of an authenticator app, or a recovery code. */
export function CodeField({ value, error, onChange }: CodeFieldProps) {
  const say = useSay()
  return (
    <Field
      id="code"
      label={say('sign_in.code')}
      hint={say('sign_in.code_hint')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

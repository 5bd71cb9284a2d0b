import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call, forgetAll, keepSession } from '../../api/client.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorSummary, type FormError } from '../../kit/error-summary.tsx'
import { Field } from '../../kit/field.tsx'
import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { problemOf } from '../../kit/problem-words.ts'
import { useSay } from '../../words.tsx'

const route = getRouteApi('/sign-in')

/** Sign in with e-mail address and password, and go on where one wanted to be. */
export function SignInPage() {
  const say = useSay()
  const router = useRouter()
  const { next } = route.useSearch()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const signIn = useMutation({
    mutationFn: () => call('session.begin', { body: { email: email.trim(), password } }),
    onSuccess: (session) => {
      forgetAll()
      keepSession(session)
      router.history.push(next ?? '/')
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (problem === undefined) return setErrors([{ field: '', text: say('kit.unreachable_cure') }])
      // which of the two was wrong is not said
      if (problem.code === 'session.wrong' || problem.status === 422) return setErrors([{ field: 'email', text: say('sign_in.wrong') }])
      setErrors([{ field: '', text: `${problem.title}. ${problem.cure}` }])
    },
  })
  const submit = (): void => {
    const missing = [
      ...(email.trim() === '' ? [{ field: 'email', text: say('sign_in.email_missing') }] : []),
      ...(password === '' ? [{ field: 'password', text: say('sign_in.password_missing') }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0) signIn.mutate()
  }
  return (
    <Frame>
      <Page title={say('sign_in.title')}>
        <ErrorSummary errors={errors} />
        {next !== undefined && errors.length === 0 && <p>{say('sign_in.then_on')}</p>}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!signIn.isPending) submit()
          }}
        >
          <Field
            id="email"
            label={say('sign_in.email')}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            error={errors.find((it) => it.field === 'email')?.text}
            onChange={(event) => setEmail(event.target.value)}
          />
          <PasswordField
            id="password"
            label={say('sign_in.password')}
            autoComplete="current-password"
            value={password}
            error={errors.find((it) => it.field === 'password')?.text}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" isBusy={signIn.isPending}>
            {say('sign_in.button')}
          </Button>
        </form>
        <details className="box">
          <summary>{say('sign_in.cannot')}</summary>
          <p>{say('sign_in.cannot_cure')}</p>
        </details>
      </Page>
    </Frame>
  )
}

import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Say } from '../../../src/wording/index.ts'
import { call, forgetAll, keepSession } from '../../api/client.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorSummary, type FormError } from '../../kit/error-summary.tsx'
import { Field } from '../../kit/field.tsx'
import { Frame } from '../../kit/frame.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Page } from '../../kit/page.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { problemOf } from '../../kit/problem-words.ts'
import { useSay } from '../../words.tsx'
import { CodeStep } from './code-step.tsx'
import { OwnPasswordStep } from './own-password-step.tsx'

const route = getRouteApi('/sign-in')

/** Sign in with e-mail address and password, and go on where one wanted to be. */
export function SignInPage() {
  const say = useSay()
  const { next } = route.useSearch()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [step, setStep] = useState<Step>('password')
  const [newPassword, setNewPassword] = useState<string>()
  const signIn = useSigningIn({ email, password, newPassword }, { onStep: setStep, onErrors: setErrors })
  const submit = (): void => {
    const missing = [
      ...(email.trim() === '' ? [{ field: 'email', text: say('sign_in.email_missing') }] : []),
      ...(password === '' ? [{ field: 'password', text: say('sign_in.password_missing') }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0) signIn.mutate({})
  }
  if (step !== 'password') {
    const onBack = (): void => {
      setErrors([])
      setNewPassword(undefined)
      setStep('password')
    }
    const shared = { errors, isBusy: signIn.isPending, onErrors: setErrors, onBack }
    if (step === 'code') return <CodeStep {...shared} onCode={(code) => signIn.mutate({ code })} />
    const onChosen = (chosen: string): void => {
      setNewPassword(chosen)
      signIn.mutate({ newPassword: chosen })
    }
    return <OwnPasswordStep {...shared} onChosen={onChosen} />
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
          <p>
            <LinkButton kind="secondary" to="/reset">
              {say('sign_in.forgot')}
            </LinkButton>
          </p>
        </details>
      </Page>
    </Frame>
  )
}

/** Where one is in signing in: a temporary password is replaced, an authenticator asked. */
type Step = 'password' | 'own' | 'code'

interface Typed {
  readonly email: string
  readonly password: string
  readonly newPassword: string | undefined
}

interface Told {
  onStep(step: Step): void
  onErrors(errors: readonly FormError[]): void
}

/** Sends all that was typed so far; what is still missing is the next step. */
function useSigningIn({ email, password, newPassword }: Typed, { onStep, onErrors }: Told) {
  const say = useSay()
  const router = useRouter()
  const { next } = route.useSearch()
  return useMutation({
    mutationFn: (more: { readonly code?: string; readonly newPassword?: string | undefined }) =>
      call('session.begin', { body: { email: email.trim(), password, newPassword, ...more } }),
    onSuccess: (session) => {
      forgetAll()
      keepSession(session)
      router.history.push(next ?? '/')
    },
    onError: (error) => {
      const code = problemOf(error)?.code
      const isNext = code === 'session.code_needed' || code === 'session.password_change_needed'
      if (isNext) onStep(code === 'session.code_needed' ? 'code' : 'own')
      onErrors(isNext ? [] : [refusalOf(error, say)])
    },
  })
}

/** What the form says of an answer that refused it. */
function refusalOf(error: unknown, say: Say): FormError {
  const problem = problemOf(error)
  if (problem === undefined) return { field: '', text: say('kit.unreachable_cure') }
  if (problem.code === 'session.code_wrong') return { field: 'code', text: say('sign_in.code_wrong') }
  if (problem.fields?.some((it) => it.field === 'newPassword')) return { field: 'new-password', text: problem.title }
  // which of the two was wrong is not said
  if (problem.code === 'session.wrong' || problem.status === 422) return { field: 'email', text: say('sign_in.wrong') }
  return { field: '', text: `${problem.title}. ${problem.cure}` }
}

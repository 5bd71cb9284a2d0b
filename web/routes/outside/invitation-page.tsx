import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { RouteAnswer } from '../../../src/contract/index.ts'
import { call, forgetAll, keepSession } from '../../api/client.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../kit/error-summary.tsx'
import { Field } from '../../kit/field.tsx'
import { formErrors } from '../../kit/form-errors.ts'
import { Frame } from '../../kit/frame.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { PASSWORD_LENGTH_MIN } from '../../kit/password-length.ts'
import { ProblemView } from '../../kit/problem-view.tsx'
import { problemOf } from '../../kit/problem-words.ts'
import { useSay } from '../../words.tsx'
import { CodeField } from './code-step.tsx'

const route = getRouteApi('/invite/$token')

/** An invitation: what it is to, and taking it. */
export function InvitationPage() {
  const say = useSay()
  const { token } = route.useParams()
  const invitation = useQuery({
    queryKey: ['invitation.read', token],
    queryFn: () => call('invitation.read', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Frame>
      {invitation.data === undefined ? (
        <Page title={say('invitation.title')}>
          {invitation.isError ? (
            <ProblemView
              error={invitation.error}
              onRetry={problemOf(invitation.error) === undefined ? () => void invitation.refetch() : undefined}
            />
          ) : (
            <Loading />
          )}
        </Page>
      ) : (
        <Accept token={token} invitation={invitation.data} />
      )}
    </Frame>
  )
}

interface Typed {
  readonly name: string
  readonly password: string
  readonly code: string
}

function Accept({ token, invitation }: { readonly token: string; readonly invitation: RouteAnswer<'invitation.read'> }) {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>({ name: '', password: '', code: '' })
  const [asksCode, setAsksCode] = useState(false)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const { hasAccount, school, role, invitedBy } = invitation
  const accept = useAccepting(token, { onErrors: setErrors, onCodeNeeded: () => setAsksCode(true) })
  const submit = (): void => {
    const wrong = [
      ...(!hasAccount && typed.name.trim() === '' ? [{ field: 'name', text: say('set_up.name_missing') }] : []),
      ...(hasAccount && typed.password === '' ? [{ field: 'password', text: say('sign_in.password_missing') }] : []),
      ...(!hasAccount && typed.password.length < PASSWORD_LENGTH_MIN
        ? [{ field: 'password', text: say('set_up.password_short', { count: PASSWORD_LENGTH_MIN }) }]
        : []),
    ]
    setErrors(wrong)
    const { password, code } = typed
    if (wrong.length === 0)
      accept.mutate(hasAccount ? { token, password, ...(asksCode && { code }) } : { token, password, name: typed.name.trim() })
  }
  return (
    <Page title={say('invitation.to', { school })}>
      <p>{say('invitation.as', { by: invitedBy, role: say(`role.${role}`) })}</p>
      <p>{say(hasAccount ? 'invitation.has_account' : 'invitation.new_account')}</p>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!accept.isPending) submit()
        }}
      >
        <Field id="email" label={say('sign_in.email')} type="email" autoComplete="username" value={invitation.email} readOnly />
        {!hasAccount && (
          <Field
            id="name"
            label={say('set_up.name')}
            autoComplete="name"
            maxLength={120}
            value={typed.name}
            error={errorAt(errors, 'name')}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        )}
        <PasswordField
          id="password"
          label={say('sign_in.password')}
          hint={hasAccount ? undefined : say('set_up.password_hint', { count: PASSWORD_LENGTH_MIN })}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          maxLength={200}
          value={typed.password}
          error={errorAt(errors, 'password')}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        />
        {asksCode && <CodeField value={typed.code} error={errorAt(errors, 'code')} onChange={(code) => setTyped({ ...typed, code })} />}
        <Button type="submit" isBusy={accept.isPending}>
          {say('invitation.accept')}
        </Button>
      </form>
    </Page>
  )
}

interface Refused {
  onErrors(errors: readonly FormError[]): void
  onCodeNeeded(): void
}

function useAccepting(token: string, { onErrors, onCodeNeeded }: Refused) {
  const say = useSay()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: { readonly token: string; readonly password: string; readonly name?: string; readonly code?: string }) =>
      call('invitation.accept', { body: { ...body, token } }),
    onSuccess: async ({ school, session }) => {
      forgetAll()
      keepSession(session)
      await router.navigate({ to: '/s/$school', params: { school } })
    },
    onError: (error) => {
      const code = problemOf(error)?.code
      if (code === 'session.code_needed') {
        onErrors([])
        return onCodeNeeded()
      }
      if (code === 'session.code_wrong') return onErrors([{ field: 'code', text: say('sign_in.code_wrong') }])
      if (code === 'session.wrong') return onErrors([{ field: 'password', text: say('invitation.password_wrong') }])
      onErrors(
        formErrors(error, say, (path) => {
          if (path === 'name') return { id: 'name', label: say('set_up.name') }
          return path === 'password' ? { id: 'password', label: say('sign_in.password') } : undefined
        }),
      )
    },
  })
}

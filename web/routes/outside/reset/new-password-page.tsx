import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { Frame } from '../../../kit/frame.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { PasswordField } from '../../../kit/password-field.tsx'
import { PASSWORD_LENGTH_MIN } from '../../../kit/password-length.ts'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

const route = getRouteApi('/reset/$token')

/** What the link of a reset opens: a new password for the account of its address. */
export function NewPasswordPage() {
  const say = useSay()
  const { token } = route.useParams()
  const reset = useQuery({
    queryKey: ['passwordReset.read', token],
    queryFn: () => call('passwordReset.read', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Frame>
      <Page title={say('reset.title')}>
        {reset.isPending && <Loading />}
        {reset.isError && (
          <>
            <ProblemView error={reset.error} />
            <p>
              <LinkButton kind="secondary" to="/reset">
                {say('reset.title')}
              </LinkButton>
            </p>
          </>
        )}
        {reset.data !== undefined && <NewPassword token={token} email={reset.data.email} />}
      </Page>
    </Frame>
  )
}

function NewPassword({ token, email }: { readonly token: string; readonly email: string }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const save = useMutation({
    mutationFn: () => call('passwordReset.finish', { body: { token, password } }),
    onError: (error) =>
      setErrors(formErrors(error, say, (path) => (path === 'password' ? { id: 'password', label: say('reset.new') } : undefined))),
  })
  if (save.isSuccess)
    return (
      <Banner kind="done" title={say('reset.done')}>
        <p>{say('reset.done_body')}</p>
        <p>
          {/* loaded anew: this browser may have been signed in, and is no longer */}
          <a href="/sign-in">{say('sign_in.title')}</a>
        </p>
      </Banner>
    )
  const submit = (): void => {
    const isShort = password.length < PASSWORD_LENGTH_MIN
    setErrors(isShort ? [{ field: 'password', text: say('set_up.password_short', { count: PASSWORD_LENGTH_MIN }) }] : [])
    if (!isShort) save.mutate()
  }
  return (
    <>
      <p>{say('reset.effect')}</p>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) submit()
        }}
      >
        <Field id="email" label={say('sign_in.email')} type="email" autoComplete="username" value={email} readOnly />
        <PasswordField
          id="password"
          label={say('reset.new')}
          hint={say('set_up.password_hint', { count: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
          maxLength={200}
          value={password}
          error={errorAt(errors, 'password')}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" isBusy={save.isPending}>
          {say('reset.save')}
        </Button>
      </form>
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { Frame } from '../../../kit/frame.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

/** Asks for a link to set a new password. What it says is the same whether or not the address has an account. */
export function AskResetPage() {
  const say = useSay()
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string>()
  const ask = useMutation({ mutationFn: (address: string) => call('passwordReset.ask', { body: { email: address } }) })
  const submit = (): void => {
    const address = email.trim()
    setError(address === '' ? say('sign_in.email_missing') : undefined)
    if (address !== '') ask.mutate(address)
  }
  return (
    <Frame>
      <Page title={say('reset.title')} lead={say('reset.lead')}>
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'email', text: error }]} />
        {ask.isError && <ProblemView error={ask.error} />}
        {ask.isSuccess && (
          <Banner kind="done" title={say('reset.sent')}>
            <p>{say('reset.sent_body', { address: ask.variables })}</p>
            <p>{say('reset.sent_nothing')}</p>
          </Banner>
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!ask.isPending) submit()
          }}
        >
          <Field
            id="email"
            label={say('sign_in.email')}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            value={email}
            error={error}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" isBusy={ask.isPending}>
            {say('reset.send')}
          </Button>
        </form>
      </Page>
    </Frame>
  )
}

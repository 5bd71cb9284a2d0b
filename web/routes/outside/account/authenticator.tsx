import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyAccount, RouteAnswer } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useSay } from '../../../words.tsx'
import { AskPassword } from './ask-password.tsx'
import { ConfirmApp } from './confirm-app.tsx'
import { ownTimeZone } from './own-time-zone.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

interface AuthenticatorProps {
  readonly account: MyAccount
  onChanged(account: MyAccount, told: string): void
}

/** Whether signing in asks for a code of an app, and changing that. */
export function Authenticator({ account, onChanged }: AuthenticatorProps) {
  const say = useSay()
  const [begun, setBegun] = useState<RouteAnswer<'account.beginAuthenticator'> | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  return (
    <section className="section" aria-labelledby="app-title">
      <h2 id="app-title">{say('account.app_title')}</h2>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      ) : account.authenticator !== null ? (
        <AppInUse authenticator={account.authenticator} onChanged={onChanged} />
      ) : begun === null ? (
        <NoApp onBegun={setBegun} />
      ) : (
        <ConfirmApp
          begun={begun}
          onLater={() => setBegun(null)}
          onConfirmed={(it) => {
            setCodes(it.recoveryCodes)
            setBegun(null)
            onChanged(it.account, say('account.app_confirmed'))
          }}
        />
      )}
    </section>
  )
}

function NoApp({ onBegun }: { onBegun(begun: RouteAnswer<'account.beginAuthenticator'>): void }) {
  const say = useSay()
  const begin = useMutation({
    mutationFn: (present: string) => call('account.beginAuthenticator', { body: { present } }),
    onSuccess: onBegun,
  })
  return (
    <>
      <p>{say('account.app_off')}</p>
      <AskPassword id="app-present" act={say('account.app_begin')} ask={begin} />
    </>
  )
}

function AppInUse({
  authenticator: { since, recoveryCodes },
  onChanged,
}: Pick<AuthenticatorProps, 'onChanged'> & { readonly authenticator: NonNullable<MyAccount['authenticator']> }) {
  const say = useSay()
  const remove = useMutation({
    mutationFn: (present: string) => call('account.removeAuthenticator', { body: { present } }),
    onSuccess: (it) => onChanged(it, say('account.app_turned_off')),
  })
  return (
    <>
      <p>{say('account.app_on', { since: say.instant(since, ownTimeZone()) })}</p>
      <p>
        {say('account.codes_left', { count: recoveryCodes })} {recoveryCodes < 3 && say('account.codes_few')}
      </p>
      <AskPassword id="app-present" act={say('account.app_off_button')} ask={remove} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyAccount } from '../../../../src/contract/index.ts'
import { apiQuery, keepAnswer, sessionQuery } from '../../../api/client.ts'
import { AccountMenu } from '../../../kit/account-menu.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Frame } from '../../../kit/frame.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { AccountEvents } from './account-events.tsx'
import { Authenticator } from './authenticator.tsx'
import { ChangePassword } from './change-password.tsx'
import { SessionTable } from './session-table.tsx'

/** The own account: password, where one is signed in, what happened. */
export function AccountPage() {
  const say = useSay()
  const session = useQuery(sessionQuery)
  const account = useQuery(apiQuery('account.read', {}))
  return (
    <Frame isWide account={session.data === undefined ? undefined : <AccountMenu session={session.data} />}>
      <Page title={say('account.title')}>
        <Answer query={account} loading={say('account.loading')}>
          {(it) => <Parts account={it} />}
        </Answer>
      </Page>
    </Frame>
  )
}

function Parts({ account }: { readonly account: MyAccount }) {
  const say = useSay()
  const [told, setTold] = useState('')
  const keep = (next: MyAccount, text: string): void => {
    keepAnswer(apiQuery('account.read', {}), next)
    setTold(text)
  }
  return (
    <>
      <p>{say('account.who', { email: account.email })}</p>
      <div role="status">
        {told !== '' && (
          <Banner kind="done">
            <p>{told}</p>
          </Banner>
        )}
      </div>
      <ChangePassword email={account.email} onChanged={(it) => keep(it, say('account.changed'))} />
      <Authenticator account={account} onChanged={keep} />
      <SessionTable account={account} onEnded={keep} />
      <AccountEvents events={account.events} />
    </>
  )
}

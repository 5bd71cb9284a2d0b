import { useMutation } from '@tanstack/react-query'
import type { MyAccount } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { call } from '../../../api/client.ts'
import { Button } from '../../../kit/button.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'
import { ownTimeZone } from './own-time-zone.ts'

type OwnSession = MyAccount['sessions'][number]

/** Where the account is signed in, and ending it there. */
export function SessionTable({ account, onEnded }: { readonly account: MyAccount; onEnded(account: MyAccount, told: string): void }) {
  const say = useSay()
  const end = useMutation({
    mutationFn: (session: string) => call('account.endSession', { params: { session } }),
    onSuccess: (it) => onEnded(it, say('account.ended')),
  })
  const endOthers = useMutation({
    mutationFn: () => call('account.endOthers', {}),
    onSuccess: (it) => onEnded(it, say('account.others_ended')),
  })
  const failed = [end, endOthers].find((it) => it.isError)
  return (
    <section className="section" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('account.sessions_title')}</h2>
      {failed !== undefined && <ProblemView error={failed.error} />}
      <ListTable
        caption={say('account.sessions')}
        columns={columns(say, (it) => end.mutate(it.id))}
        rows={account.sessions}
        keyOf={(it) => it.id}
      />
      {account.sessions.length > 1 && (
        <>
          <p className="muted">{say('account.sessions_hint')}</p>
          <Button kind="secondary" isBusy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {say('account.end_others')}
          </Button>
        </>
      )}
    </section>
  )
}

function columns(say: Say, onEnd: (session: OwnSession) => void): readonly Column<OwnSession>[] {
  return [
    {
      key: 'device',
      heading: say('account.device'),
      cell: (it) => (
        <>
          {deviceName(say, it)} {it.isThis && <Tag>{say('account.this_one')}</Tag>}
        </>
      ),
    },
    { key: 'used', heading: say('account.last_used'), cell: (it) => say.instant(it.lastUsedAt, ownTimeZone()) },
    { key: 'address', heading: say('account.address'), cell: (it) => it.address ?? say('account.address_unknown') },
    {
      key: 'end',
      heading: say('account.act'),
      cell: (it) =>
        it.isThis ? null : (
          <Button kind="quiet" onClick={() => onEnd(it)}>
            {say('account.end')}
            <VisuallyHidden> {deviceName(say, it)}</VisuallyHidden>
          </Button>
        ),
    },
  ]
}

function deviceName(say: Say, { browser, system }: OwnSession): string {
  if (browser !== null && system !== null) return say('account.device_of', { browser, system })
  return browser ?? system ?? say('account.device_unknown')
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { NO_TICKS, type Ticks } from '../../../api/ticks.ts'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListPager } from '../../../kit/list-address.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { readMessagesSearch } from '../list-search.ts'
import { messageColumns } from './message-columns.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** E-mails that are owed and wait: nothing is sent by itself (D32). */
export function MessagesPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const { page } = readMessagesSearch(useSearch({ strict: false }))
  const messages = useQuery({
    ...apiQuery('messages.list', { params: { school }, query: { page } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={say('settings.messages')} kicker={say('shell.settings')} lead={say('messages.lead')}>
      <SettingsFrame>
        <Answer query={messages} loading={say('messages.loading')}>
          {(list) => (list.total === 0 ? <EmptyState isGood title={say('messages.none')} /> : <MessageList list={list} />)}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function MessageList({ list }: { readonly list: RouteAnswer<'messages.list'> }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const mayDrop = useMay('message.drop')
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS)
  const [isAsking, setAsking] = useState(false)
  const [told, setTold] = useState('')
  const held = list.items.filter((it) => it.state === 'held').map((it) => it.id)
  const ticked = held.filter((it) => ticks.ids.has(it))
  return (
    <>
      <p className="muted" role="status">
        {say('messages.found', { count: list.total })}
      </p>
      <LiveRegion text={told} />
      <ListTable
        caption={say('settings.messages')}
        columns={messageColumns({ say, timeZone, ticks, held, onTick: mayDrop ? setTicks : undefined })}
        rows={list.items}
        keyOf={(it) => it.id}
      />
      <ListPager list={list} />
      {mayDrop && held.length > 0 && (
        <div className="buttons">
          <Button kind="secondary" onClick={() => setTicks({ ids: new Set(held), last: null })}>
            {say('messages.tick_all', { count: held.length })}
          </Button>
          <Button kind="secondary" aria-disabled={ticked.length === 0} onClick={() => setAsking(true)}>
            {say('messages.drop', { count: ticked.length })}
          </Button>
        </div>
      )}
      {isAsking && (
        <AskDrop
          messages={ticked}
          onClose={(dropped) => {
            setAsking(false)
            if (dropped === undefined) return
            setTicks(NO_TICKS)
            setTold(say('messages.dropped', { count: dropped }))
          }}
        />
      )}
    </>
  )
}

function AskDrop({ messages, onClose }: { readonly messages: readonly string[]; onClose(dropped?: number): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const [key] = useState(newKey)
  const drop = useMutation({
    mutationFn: () => call('messages.drop', { params: { school }, idempotencyKey: key, body: { messages: [...messages] } }),
    onSuccess: async ({ dropped }) => {
      await client.invalidateQueries({ queryKey: ['messages.list'] })
      await client.invalidateQueries({ queryKey: ['home.read'] })
      onClose(dropped)
    },
  })
  return (
    <Dialog title={say('messages.drop_title', { count: messages.length })} onClose={() => onClose()}>
      <p>{say('messages.drop_body')}</p>
      {drop.isError && <ProblemView error={drop.error} />}
      <div className="buttons">
        <Button kind="danger" isBusy={drop.isPending} onClick={() => drop.mutate()}>
          {say('messages.drop', { count: messages.length })}
        </Button>
        <Button kind="secondary" data-first-focus onClick={() => onClose()}>
          {say('messages.keep')}
        </Button>
      </div>
    </Dialog>
  )
}

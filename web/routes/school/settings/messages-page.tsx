import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { HeldMessage, RouteAnswer } from '../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { NO_TICKS, type Ticks } from '../../../api/ticks.ts'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListPager, useListAddress } from '../../../kit/list-address.tsx'
import { ListChips } from '../../../kit/list-chips.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { useSay } from '../../../words.tsx'
import { MESSAGE_FILTERS, type MessagesSearch, readMessagesSearch } from '../list-search.ts'
import { messageColumns } from './message-columns.tsx'
import { AskDrop, AskSend, PreviewDialog } from './message-dialogs.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** The outbox: what waits, was sent, or was not delivered (D32). */
export function MessagesPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readMessagesSearch(useSearch({ strict: false }))
  const messages = useQuery({
    ...apiQuery('messages.list', { params: { school }, query: search }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={say('settings.messages')} kicker={say('shell.settings')} lead={say('messages.lead')}>
      <SettingsFrame>
        <Answer query={messages} loading={say('messages.loading')}>
          {(list) => (
            <>
              {!list.sendsMail && (
                <Banner kind="notice" title={say('messages.no_server')}>
                  <p>{say('messages.no_server_cure')}</p>
                </Banner>
              )}
              <MessageTools search={search} />
              {list.total === 0 ? <NoMessages search={search} /> : <MessageList list={list} />}
            </>
          )}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function NoMessages({ search }: { readonly search: MessagesSearch }) {
  const say = useSay()
  const isFiltered = search.show !== undefined || search.q !== undefined
  return <EmptyState isGood={!isFiltered} title={say(isFiltered ? 'messages.none_found' : 'messages.none')} />
}

function MessageTools({ search }: { readonly search: MessagesSearch }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const chipOf = (value: 'all' | (typeof MESSAGE_FILTERS)[number]) => ({ value, label: say(`messages.show.${value}`), count: null })
  return (
    <>
      <ListChips name="show" label={say('messages.filter')} chips={[chipOf('all'), ...MESSAGE_FILTERS.map(chipOf)]} current={search.show} />
      <div className="tools">
        <SearchField id="q" label={say('messages.search')} value={search.q ?? ''} onSearch={onSearch} />
      </div>
    </>
  )
}

type Asked = 'drop' | 'send' | HeldMessage | null

function MessageList({ list }: { readonly list: RouteAnswer<'messages.list'> }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const mayDrop = useMay('message.drop')
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS)
  const [asked, setAsked] = useState<Asked>(null)
  const [told, setTold] = useState('')
  const done = (text: string): void => {
    setAsked(null)
    setTicks(NO_TICKS)
    setTold(text)
  }
  const { again, hold } = useMessageActs(done)
  const waiting = list.items.filter((it) => it.state === 'held' || it.state === 'queued')
  const ticked = waiting.filter((it) => ticks.ids.has(it.id))
  const failed = [again, hold].find((it) => it.isError)
  const columns = messageColumns({
    ...{ say, timeZone, ticks, waiting: waiting.map((it) => it.id), onTick: mayDrop ? setTicks : undefined },
    ...{ onPreview: setAsked, onAgain: mayDrop && list.sendsMail ? (it) => again.mutate(it.id) : undefined },
  })
  return (
    <>
      <p className="muted" role="status">
        {say('messages.found', { count: list.total })}
      </p>
      <LiveRegion text={told} />
      {failed !== undefined && <ProblemView error={failed.error} />}
      <ListTable caption={say('settings.messages')} columns={columns} rows={list.items} keyOf={(it) => it.id} />
      <ListPager list={list} />
      {mayDrop && waiting.length > 0 && (
        <TickedButtons
          {...{ waiting, ticked, sendsMail: list.sendsMail, onTicks: setTicks, onAsk: setAsked }}
          onHold={() => hold.mutate(ticked.filter((it) => it.state === 'queued').map((it) => it.id))}
        />
      )}
      {asked === 'drop' && <AskDrop messages={ticked} onClose={() => setAsked(null)} onDone={done} />}
      {asked === 'send' && <AskSend messages={ticked.filter(isSendable)} onClose={() => setAsked(null)} onDone={done} />}
      {asked !== null && typeof asked === 'object' && <PreviewDialog message={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** What a person can let go: not what a made-up school owes, and not what opens nothing yet. */
function isSendable({ kind, why }: HeldMessage): boolean {
  return kind !== 'pupil_email_verification' && why !== 'made_up_school'
}

function TickedButtons({
  waiting,
  ticked,
  sendsMail,
  onTicks,
  onAsk,
  onHold,
}: {
  readonly waiting: readonly HeldMessage[]
  readonly ticked: readonly HeldMessage[]
  readonly sendsMail: boolean
  onTicks(ticks: Ticks): void
  onAsk(what: 'drop' | 'send'): void
  onHold(): void
}) {
  const say = useSay()
  const queued = ticked.filter((it) => it.state === 'queued').length
  const sendable = ticked.filter(isSendable).length
  return (
    <div className="buttons">
      <Button kind="secondary" onClick={() => onTicks({ ids: new Set(waiting.map((it) => it.id)), last: null })}>
        {say('messages.tick_all', { count: waiting.length })}
      </Button>
      {sendsMail && sendable > 0 && (
        <Button kind="secondary" onClick={() => onAsk('send')}>
          {say('messages.send', { count: sendable })}
        </Button>
      )}
      {queued > 0 && (
        <Button kind="secondary" onClick={onHold}>
          {say('messages.hold', { count: queued })}
        </Button>
      )}
      <Button kind="secondary" aria-disabled={ticked.length === 0} onClick={() => ticked.length > 0 && onAsk('drop')}>
        {say('messages.drop', { count: ticked.length })}
      </Button>
    </div>
  )
}

function useMessageActs(done: (text: string) => void) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const readAnew = () => client.invalidateQueries({ queryKey: ['messages.list'] })
  const again = useMutation({
    mutationFn: (message: string) => call('messages.sendAgain', { params: { school, message }, idempotencyKey: newKey() }),
    onSuccess: async () => {
      await readAnew()
      done(say('messages.sent_again'))
    },
  })
  const hold = useMutation({
    mutationFn: (messages: readonly string[]) =>
      call('messages.hold', { params: { school }, idempotencyKey: newKey(), body: { messages: [...messages] } }),
    onSuccess: async ({ held }) => {
      await readAnew()
      done(say('messages.held', { count: held }))
    },
  })
  return { again, hold }
}

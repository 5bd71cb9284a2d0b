import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HeldMessage } from '../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Field } from '../../../kit/field.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

interface Asking {
  readonly messages: readonly HeldMessage[]
  onClose(): void
  onDone(told: string): void
}

/** An e-mail as it is sent, with the secret part of its link hidden. */
export function PreviewDialog({ message, onClose }: { readonly message: HeldMessage; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const preview = useQuery(apiQuery('messages.preview', { params: { school, message: message.id } }))
  return (
    <Dialog title={message.to} onClose={onClose} isWide>
      <Answer query={preview} loading={say('messages.loading')}>
        {(it) => (
          <>
            <p>
              <b>{say('messages.preview_subject', { subject: it.subject })}</b>
            </p>
            {it.text
              .trim()
              .split('\n\n')
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            <p className="muted">{say('messages.preview_secret')}</p>
          </>
        )}
      </Answer>
    </Dialog>
  )
}

/** Sends what waits, at once or from a time on. */
export function AskSend({ messages, onClose, onDone }: Asking) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const [key] = useState(newKey)
  const [when, setWhen] = useState('')
  const send = useMutation({
    mutationFn: () => {
      const notBefore = when === '' ? {} : { notBefore: new Date(when).toISOString() }
      const body = { messages: messages.map((it) => it.id), ...notBefore }
      return call('messages.release', { params: { school }, idempotencyKey: key, body })
    },
    onSuccess: async ({ released }) => {
      await client.invalidateQueries({ queryKey: ['messages.list'] })
      await client.invalidateQueries({ queryKey: ['home.read'] })
      onDone(say('messages.sent_soon', { count: released }))
    },
  })
  return (
    <Dialog title={say('messages.send_title', { count: messages.length })} onClose={onClose}>
      <p>{say('messages.send_body')}</p>
      {send.isError && <ProblemView error={send.error} />}
      <Field
        id="not-before"
        label={say('messages.send_when')}
        type="datetime-local"
        value={when}
        onChange={(event) => setWhen(event.target.value)}
      />
      <div className="buttons">
        <Button isBusy={send.isPending} onClick={() => send.mutate()}>
          {say('messages.send', { count: messages.length })}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('messages.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

/** Drops what waits, for good. */
export function AskDrop({ messages, onClose, onDone }: Asking) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const [key] = useState(newKey)
  const drop = useMutation({
    mutationFn: () => call('messages.drop', { params: { school }, idempotencyKey: key, body: { messages: messages.map((it) => it.id) } }),
    onSuccess: async ({ dropped }) => {
      await client.invalidateQueries({ queryKey: ['messages.list'] })
      await client.invalidateQueries({ queryKey: ['home.read'] })
      onDone(say('messages.dropped', { count: dropped }))
    },
  })
  return (
    <Dialog title={say('messages.drop_title', { count: messages.length })} onClose={onClose}>
      <p>{say('messages.drop_body')}</p>
      {drop.isError && <ProblemView error={drop.error} />}
      <div className="buttons">
        <Button kind="danger" isBusy={drop.isPending} onClick={() => drop.mutate()}>
          {say('messages.drop', { count: messages.length })}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('messages.keep')}
        </Button>
      </div>
    </Dialog>
  )
}

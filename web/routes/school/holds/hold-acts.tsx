import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HoldDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { Interruption } from '../../../kit/interruption.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { ReleaseHold } from './release-hold.tsx'

/** What can be done about a part on hold: check it again, let it go on, ask somebody, discard it. */
export function HoldActs({ hold }: { readonly hold: HoldDetails }) {
  const say = useSay()
  const mayApprove = useMay('run.approve')
  const mayCheck = useMay('run.decide')
  const check = useCheck(hold)
  const [asking, setAsking] = useState<'release' | 'discard' | null>(null)
  const { isCurrent, approval, run, plan } = hold
  const isApproved = run.state === 'ready' && approval !== null && !approval.hasExpired
  return (
    <>
      {check.error !== null && <ProblemView error={check.error} />}
      <p role="status">{check.isPending ? say('hold.checking') : (check.data?.words ?? '')}</p>
      {!mayApprove && !isApproved && <p>{say('hold.need')}</p>}
      <div className="buttons">
        {mayCheck && (
          <Button kind={isCurrent ? 'secondary' : 'primary'} isBusy={check.isPending} onClick={() => check.mutate()}>
            {say('hold.check')}
          </Button>
        )}
        {isCurrent && (mayApprove || isApproved) && (
          <Button onClick={() => setAsking('release')}>
            {isApproved ? say('hold.sync', { count: plan.changes }) : say('hold.approve')}
          </Button>
        )}
        <CopyButton text={window.location.href} label={say('hold.ask')} />
        {useMay('run.discard') && (
          <Button kind="quiet" onClick={() => setAsking('discard')}>
            {say('hold.discard')}
          </Button>
        )}
      </div>
      {asking === 'release' && <ReleaseHold hold={hold} isApproved={isApproved} onClose={() => setAsking(null)} />}
      {asking === 'discard' && <DiscardHold hold={hold} onClose={() => setAsking(null)} />}
    </>
  )
}

/** Plans it anew from what was read last, and says whether anything is different now. */
function useCheck({ run, plan }: HoldDetails) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school, run: run.id }
  return useMutation({
    mutationFn: async () => {
      const checked = await call('holds.check', { params, idempotencyKey: newKey() })
      keepAnswer(apiQuery('holds.read', { params }), checked)
      const isSame = checked.plan.hash === plan.hash
      return { words: isSame ? say('hold.checked_same') : say('hold.checked_other', { count: checked.plan.changes }) }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['holds.list'] }),
  })
}

function DiscardHold({ hold: { run, plan }, onClose }: { readonly hold: HoldDetails; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const discard = useMutation({
    mutationFn: () => call('runs.discard', { params: { school, run: run.id }, idempotencyKey: key }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['holds.list'] })
      await navigate({ to: '/s/$school/holds', params: { school } })
    },
  })
  return (
    <Interruption
      title={say('hold.discard_title', { count: plan.changes })}
      effects={[say('hold.discard_body')]}
      act={say('hold.discard_do')}
      keep={say('hold.keep')}
      isBusy={discard.isPending}
      error={discard.error}
      onAct={() => discard.mutate()}
      onKeep={onClose}
    />
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Interruption } from '../../../../kit/interruption.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { useSay } from '../../../../words.tsx'
import { syncTarget } from './sync-link.tsx'
import { keepRun } from './use-run.ts'

/** Throws the run away, after asking. */
export function DiscardRun({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  if (!useMay('run.discard')) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {say('sync.discard')}
      </Button>
      {isAsking && <AskDiscard run={run} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskDiscard({ run, onClose }: { readonly run: RunDetails; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const decisions = useQuery(apiQuery('runs.decisions', { params: { school, run: run.id }, query: { limit: 1 } }))
  const discard = useMutation({
    mutationFn: () => call('runs.discard', { params: { school, run: run.id }, idempotencyKey: newKey() }),
    onSuccess: (discarded) => {
      keepRun(school, discarded)
      void navigate(syncTarget(school, ''))
    },
  })
  const count = decisions.data?.total
  return (
    <Interruption
      title={say('sync.discard.title')}
      act={say('sync.discard.do')}
      keep={say('sync.discard.keep')}
      isBusy={discard.isPending}
      error={discard.error}
      onAct={() => discard.mutate()}
      onKeep={onClose}
    >
      {count === undefined ? <Loading /> : <p>{count === 0 ? say('sync.discard.body') : say('sync.discard.decisions', { count })}</p>}
    </Interruption>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { syncTarget } from './sync-link.tsx'
import { keepRun } from './use-run.ts'

/** Throws the run away, after asking. */
export function DiscardRun({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const discard = useMutation({
    mutationFn: () => call('runs.discard', { params: { school, run: run.id }, idempotencyKey: newKey() }),
    onSuccess: (discarded) => {
      keepRun(school, discarded)
      void navigate(syncTarget(school, ''))
    },
  })
  if (!useMay('run.discard')) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {say('sync.discard')}
      </Button>
      {isAsking && (
        <Dialog title={say('sync.discard.title')} onClose={() => setAsking(false)}>
          <p>{say('sync.discard.body')}</p>
          {discard.error !== null && <ProblemView error={discard.error} />}
          <div className="buttons">
            <Button kind="secondary" isBusy={discard.isPending} onClick={() => discard.mutate()}>
              {say('sync.discard.do')}
            </Button>
            <Button data-first-focus onClick={() => setAsking(false)}>
              {say('sync.discard.keep')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

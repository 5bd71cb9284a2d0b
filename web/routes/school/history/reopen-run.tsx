import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { syncTarget } from '../sync/run/sync-link.tsx'
import { keepRun } from '../sync/run/use-run.ts'

/** Offers to have a discarded sync back with its decisions, for as long as that can be done and by who may. */
export function ReopenRun({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const navigate = useNavigate()
  const mayStart = useMay('run.start')
  const [key, setKey] = useState(newKey)
  const reopen = useMutation({
    mutationFn: () => call('runs.reopen', { params: { school, run: run.id }, idempotencyKey: key }),
    onSuccess: (open) => {
      keepRun(school, open)
      void navigate(syncTarget(school, ''))
    },
    // what was refused can be asked for again once its cause is gone
    onError: () => setKey(newKey()),
  })
  if (run.mayReopenUntil === null || !mayStart) return null
  if (new Date(run.mayReopenUntil) < new Date()) return <p className="muted">{say('history.reopen_too_late')}</p>
  return (
    <>
      {reopen.error !== null && <ProblemView error={reopen.error} />}
      <div className="buttons">
        <Button kind="secondary" isBusy={reopen.isPending} onClick={() => reopen.mutate()}>
          {say('history.reopen')}
        </Button>
        <span className="muted">{say('history.reopen_until', { until: say.instant(run.mayReopenUntil, timeZone) })}</span>
      </div>
    </>
  )
}

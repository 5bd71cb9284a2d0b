import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

/** Offers to take an applied run back, for as long as that can be done and by who may. Nothing changes before the review. */
export function UndoRun({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const mayUndo = useMay('run.undo')
  const [isAsking, setAsking] = useState(false)
  if (run.state !== 'applied' || run.undoneBy !== null || !mayUndo) return null
  const isLate = run.mayUndoUntil === null || new Date(run.mayUndoUntil) < new Date()
  if (isLate) return <p className="muted">{say(run.mayUndoUntil === null ? 'history.nothing_to_undo' : 'history.too_late')}</p>
  return (
    <>
      <div className="buttons">
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {say('history.undo')}
        </Button>
        <span className="muted">{say('history.undo_until', { until: say.instant(run.mayUndoUntil ?? '', timeZone) })}</span>
      </div>
      {isAsking && <AskUndo run={run} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskUndo({ run, onClose }: { readonly run: RunDetails; onClose(): void }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const undo = useMutation({
    mutationFn: () => call('runs.undo', { params: { school, run: run.id }, idempotencyKey: key }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['runs.open'] })
      await navigate({ to: '/s/$school/sync/review', params: { school }, search: { run: made.id } })
    },
  })
  return (
    <Dialog title={say('history.undo_title', { at: say.instant(run.createdAt, timeZone) })} onClose={onClose}>
      <p>{say('history.undo_body')}</p>
      <ul>
        <li>{say('history.undo_puts_back')}</li>
        <li>{say('history.undo_removes')}</li>
        <li>{say('history.undo_keeps')}</li>
      </ul>
      {undo.isError && <ProblemView error={undo.error} />}
      <div className="buttons">
        <Button isBusy={undo.isPending} onClick={() => undo.mutate()}>
          {say('history.undo_review')}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

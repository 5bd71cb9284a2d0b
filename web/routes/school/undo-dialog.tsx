import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../src/contract/index.ts'
import { call, queryClient } from '../../api/client.ts'
import { newKey } from '../../api/new-key.ts'
import { useSchool } from '../../api/school.tsx'
import { Interruption } from '../../kit/interruption.tsx'
import { useSay } from '../../words.tsx'
import { undoEffects } from './undo-effects.ts'

/** Asks whether the reverse of a run is to be made. It is reviewed before anything changes. */
export function UndoDialog({ run, onClose }: { readonly run: RunDetails; onClose(): void }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const undo = useMutation({
    mutationFn: () => call('runs.undo', { params: { school, run: run.id }, idempotencyKey: key }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['runs.open'] })
      await navigate({ to: '/s/$school/sync/review', params: { school }, search: { run: made.id } })
    },
  })
  return (
    <Interruption
      title={say('undo.title', { at: say.instant(run.changedAt, timeZone) })}
      effects={undoEffects(say, run)}
      act={say('undo.review')}
      keep={say('common.cancel')}
      isBusy={undo.isPending}
      error={undo.error}
      onAct={() => undo.mutate()}
      onKeep={onClose}
    >
      <p>{say('undo.body')}</p>
    </Interruption>
  )
}

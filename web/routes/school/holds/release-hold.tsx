import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { HoldDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useSchool } from '../../../api/school.tsx'
import { Interruption } from '../../../kit/interruption.tsx'
import { useSay } from '../../../words.tsx'
import { syncTarget } from '../sync/run/sync-link.tsx'
import { keepRun } from '../sync/run/use-run.ts'

interface ReleaseProps {
  readonly hold: HoldDetails
  /** Somebody has approved exactly this plan: it has only to be synced. */
  readonly isApproved: boolean
  onClose(): void
}

/** Lets exactly what is shown go on, after saying what it is; approving a large part takes its number, typed. */
export function ReleaseHold({ hold, isApproved, onClose }: ReleaseProps) {
  const say = useSay()
  const { plan, counted, needsNumber } = hold
  const release = useRelease(hold, isApproved)
  const count = plan.changes
  const leavers = plan.holds.every((it) => it.code === 'leavers') ? plan.holds[0]?.population : undefined
  const isOfOneKind = leavers === 'pupil' || leavers === 'staff' || leavers === 'class'
  return (
    <Interruption
      title={isOfOneKind ? say('hold.confirm.leavers', { count, what: say(`plan.population.${leavers}`) }) : say('hold.confirm', { count })}
      effects={[
        ...(isOfOneKind && counted > 0 ? [say('hold.confirm_unexpected', { count: counted })] : []),
        say('hold.confirm_changes'),
        say('hold.confirm_undo'),
      ]}
      act={isApproved ? say('hold.sync', { count }) : say('hold.approve')}
      keep={say('hold.keep')}
      typed={needsNumber && !isApproved ? count : undefined}
      isBusy={release.isPending}
      error={release.error}
      onAct={(number) => release.mutate(number)}
      onKeep={onClose}
    />
  )
}

function useRelease({ run, plan: { hash } }: HoldDetails, isApproved: boolean) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const params = { school, run: run.id }
  const body = { planHash: hash }
  return useMutation({
    mutationFn: async (typed: number | undefined) => {
      if (!isApproved) await call('runs.approve', { params, body: { ...body, typed }, idempotencyKey: newKey() })
      return call('runs.apply', { params, body, idempotencyKey: newKey() })
    },
    onSuccess: (applying) => {
      keepRun(school, applying)
      void navigate(syncTarget(school, 'progress', run.id))
    },
  })
}

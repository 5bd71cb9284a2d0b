import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Panel, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { STEP_PATHS, stepAfter } from '../steps.ts'
import { syncTarget } from './sync-link.tsx'
import { keepRun } from './use-run.ts'

/** What the button of a panel says: it goes on to the next, or by itself to the review (D13). */
export function saveLabel(say: Say, { scope }: Pick<RunDetails, 'scope'>): string {
  return scope === 'all' ? say('sync.save') : say(`sync.save_and_sync_${scope}`)
}

/** Saves a panel after `first` has been done, and goes on to the next step. */
export function useSavePanel(run: RunDetails, panel: Panel, first?: () => Promise<unknown>) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      await first?.()
      return call('runs.savePanel', { params: { school, run: run.id, panel } })
    },
    onSuccess: (saved) => {
      keepRun(school, saved)
      void navigate(syncTarget(school, STEP_PATHS[stepAfter(panel, run.scope)], run.id))
    },
  })
}

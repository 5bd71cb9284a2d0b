import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'

/** Checks for changes at once, where the account may. */
export function CheckNow({ isRunning }: { readonly isRunning: boolean }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const mayStart = useMay('run.start')
  const start = useMutation({
    mutationFn: () => call('checks.start', { params: { school }, body: { source: 'newest_upload' }, idempotencyKey: newKey() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule.read'] })
      await client.invalidateQueries({ queryKey: ['home.read'] })
    },
  })
  if (!mayStart) return null
  return (
    <>
      {start.isError && <ProblemView error={start.error} />}
      <div role="status">{start.isSuccess && isRunning && <p>{say('check.started')}</p>}</div>
      <div className="buttons">
        <Button kind="secondary" isBusy={start.isPending} onClick={() => start.mutate()}>
          {say('check.now')}
        </Button>
      </div>
    </>
  )
}

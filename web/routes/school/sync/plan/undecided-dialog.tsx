import { useNavigate } from '@tanstack/react-router'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { syncTarget } from '../run/sync-link.tsx'

/** What to do with May match rows that nobody decided (D11). */
export type MayMatch = 'ask' | 'leave_out' | 'sync'

/** D11's question, asked once, with numbers; the focus is on the answer that changes nothing. */
export function UndecidedDialog({
  run,
  count,
  onChoose,
}: {
  readonly run: RunDetails
  readonly count: number
  onChoose(mayMatch: MayMatch): void
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const goBack = (): void =>
    void navigate(syncTarget(school, run.scope === 'staff' ? 'staff' : run.scope === 'pupils' ? 'pupils' : '', run.id))
  return (
    <Dialog title={say('plan.undecided.title', { count })} onClose={goBack}>
      <p>{say('plan.undecided.body')}</p>
      <div className="buttons">
        <Button kind="secondary" onClick={() => onChoose('sync')}>
          {say('plan.undecided.sync', { count })}
        </Button>
        <Button data-first-focus onClick={() => onChoose('leave_out')}>
          {say('plan.undecided.leave_out', { count })}
        </Button>
        <Button kind="quiet" onClick={goBack}>
          {say('plan.undecided.decide')}
        </Button>
      </div>
    </Dialog>
  )
}

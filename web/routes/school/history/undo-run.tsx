import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { useSay } from '../../../words.tsx'
import { UndoDialog } from '../undo-dialog.tsx'

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
      {isAsking && <UndoDialog run={run} onClose={() => setAsking(false)} />}
    </>
  )
}

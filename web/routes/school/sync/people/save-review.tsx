import { useState } from 'react'
import type { Panel, RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { saveLabel, useSavePanel } from '../run/save-panel.tsx'
import { type RunQueue, whenSaved } from './run-queue.ts'

/** *Save and continue*: waits for decisions that are on their way, and does not go on while one could not be saved. */
export function SaveReview({ run, panel, runQueue }: { readonly run: RunDetails; readonly panel: Panel; readonly runQueue: RunQueue }) {
  const say = useSay()
  const save = useSavePanel(run, panel)
  const [unsaved, setUnsaved] = useState<number | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const go = async (): Promise<void> => {
    setWaiting(true)
    const isSaved = await whenSaved(runQueue)
    setWaiting(false)
    if (isSaved) save.mutate()
    else setUnsaved(runQueue.queue.state().actions.length)
  }
  const isBusy = isWaiting || save.isPending
  return (
    <>
      <Button isBusy={isBusy} onClick={() => void go()}>
        {isBusy ? say('sync.saving') : saveLabel(say, run)}
      </Button>
      {unsaved !== null && (
        <Dialog title={say('review.unsaved_count', { count: unsaved })} onClose={() => setUnsaved(null)}>
          <p>{say('review.unsaved_blocks')}</p>
          <div className="buttons">
            <Button onClick={() => setUnsaved(null)}>{say('common.close')}</Button>
          </div>
        </Dialog>
      )}
      {save.error !== null && (
        <Dialog title={say('sync.not_saved')} onClose={() => save.reset()}>
          <ProblemView error={save.error} />
        </Dialog>
      )}
    </>
  )
}

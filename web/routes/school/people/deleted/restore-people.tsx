import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { useRestorePeople } from './use-deletions.ts'

/** Restores people who are deleted; asks whether they have access again (S-196). */
export function RestorePeople({
  people,
  onClose,
}: {
  readonly people: readonly string[]
  /** How many were restored; null: nobody was asked for. */
  onClose(restored: number | null): void
}) {
  const say = useSay()
  const restore = useRestorePeople()
  const act = (withAccess: boolean): void =>
    restore.mutate({ people: [...people], withAccess }, { onSuccess: (answer) => onClose(answer.restored.length) })
  return (
    <Dialog title={say('deletions.restore_title', { count: people.length })} onClose={() => onClose(null)}>
      <p>{say('deletions.restore_body')}</p>
      {restore.isError && <ProblemView error={restore.error} />}
      <div className="buttons">
        <Button data-first-focus isBusy={restore.isPending} onClick={() => act(false)}>
          {say('deletions.restore_without')}
        </Button>
        <Button kind="secondary" isBusy={restore.isPending} onClick={() => act(true)}>
          {say('deletions.restore_with')}
        </Button>
        <Button kind="quiet" onClick={() => onClose(null)}>
          {say('common.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useIsOnline } from '../../../../kit/offline-banner.tsx'
import { useSay } from '../../../../words.tsx'
import type { DecisionQueue } from './decision-queue.ts'
import type { Action } from './queue-state.ts'
import { isSomebodyElse } from './run-queue.ts'

/** Somebody else decided: nothing moves by itself, one line offers to read the list again. */
export function OldListNotice({ onUpdate }: { onUpdate(): void }) {
  const say = useSay()
  return (
    <div role="status">
      <Banner kind="notice">
        <p>
          {say('review.old')}{' '}
          <Button kind="quiet" onClick={onUpdate}>
            {say('review.update')}
          </Button>
        </p>
      </Banner>
    </div>
  )
}

/** What could not be saved, why, and the way to try again. Without a network it goes by itself once there is one. */
export function UnsavedNotice({ stuck, count, queue }: { readonly stuck: Action; readonly count: number; readonly queue: DecisionQueue }) {
  const say = useSay()
  const isOnline = useIsOnline()
  const { problem } = stuck
  return (
    <div role="alert">
      <Banner kind="problem" title={say('review.unsaved_count', { count })}>
        <p>
          {problem === null
            ? say(isOnline ? 'kit.unreachable_cure' : 'review.failed_offline')
            : say('review.failed', { title: problem.title, cure: problem.cure })}
        </p>
        <Button kind="secondary" isSmall onClick={queue.retry}>
          {say('review.try_again')}
        </Button>{' '}
        <Button kind="quiet" onClick={() => queue.settle(stuck.id, 'theirs')}>
          {say('review.drop', { what: stuck.label })}
        </Button>
      </Banner>
    </div>
  )
}

/** Two people decided about one row: theirs came first, and this person chooses. */
export function ClashDialog({ clash, onSettle }: { readonly clash: Action; onSettle(choice: 'mine' | 'theirs'): void }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const by = clash.problem?.changedBy
  const isKnown = by !== undefined && isSomebodyElse(by)
  return (
    <Dialog title={say(isKnown ? 'review.clash.title' : 'review.clash.moved_title')} onClose={() => onSettle('theirs')}>
      <p>
        {isKnown
          ? say('review.clash.body', { name: by.name, at: say.instant(by.at, timeZone), what: clash.label })
          : say('review.clash.moved', { what: clash.label })}
      </p>
      <div className="buttons">
        <Button kind="secondary" onClick={() => onSettle('mine')}>
          {say('review.clash.mine')}
        </Button>
        <Button data-first-focus onClick={() => onSettle('theirs')}>
          {isKnown ? say('review.clash.theirs', { name: by.name }) : say('review.clash.as_it_is')}
        </Button>
      </div>
    </Dialog>
  )
}

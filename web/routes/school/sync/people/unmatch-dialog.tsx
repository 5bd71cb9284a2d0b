import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { nameOf } from './paint.ts'

/** Asks before a synced pair is taken apart, because a history hangs on it. */
export function UnmatchDialog({
  rows,
  onUnmatch,
  onClose,
}: {
  readonly rows: readonly ReviewRowDetails[]
  onUnmatch(): void
  onClose(): void
}) {
  const say = useSay()
  const [first] = rows
  const name = rows.length === 1 && first !== undefined ? nameOf(first) : say('review.label.many', { count: rows.length })
  return (
    <Dialog title={say('review.unmatch.title', { name })} onClose={onClose}>
      <p>{say(rows.length === 1 ? 'review.unmatch.here' : 'review.unmatch.here_many', { name })}</p>
      <p>{say(rows.length === 1 ? 'review.unmatch.there' : 'review.unmatch.there_many', { name })}</p>
      <div className="buttons">
        <Button kind="secondary" onClick={onUnmatch}>
          {say('review.unmatch.do')}
        </Button>
        <Button data-first-focus onClick={onClose}>
          {say('review.unmatch.keep')}
        </Button>
      </div>
    </Dialog>
  )
}

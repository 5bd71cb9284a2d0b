import { useEffect, useRef } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import type { AccessChanged } from './use-change-access.ts'

/** Says what was done, with the way back; has the focus: the rows that had it are gone. */
export function AccessResult({ last, isBusy, onUndo }: { readonly last: AccessChanged; readonly isBusy: boolean; onUndo(): void }) {
  const say = useSay()
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (last.answer.changed.length >= 0) text.current?.focus()
  }, [last])
  const { asked, answer } = last
  const count = answer.changed.length
  const unchanged = asked.people.length - count
  const sentences = [
    say(asked.to === 'with' ? 'access.given' : 'access.taken', { count }),
    ...(answer.limited > 0 ? [say('access.given_limited', { count: answer.limited })] : []),
    ...(unchanged > 0 ? [say('access.unchanged', { count: unchanged })] : []),
  ]
  return (
    <div className="buttons">
      <p ref={text} tabIndex={-1}>
        {sentences.join(' ')}
      </p>
      {count > 0 && (
        <Button kind="secondary" isSmall isBusy={isBusy} onClick={onUndo}>
          {say('access.undo')}
        </Button>
      )}
    </div>
  )
}

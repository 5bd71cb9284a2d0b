import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import type { Ticks } from '../../sync/people/use-ticks.ts'

/** How many people are selected, and the one thing that can be done with them. */
export function SelectedBar({ ticks, act, onAct }: { readonly ticks: Ticks; readonly act: string; onAct(): void }) {
  const say = useSay()
  return (
    <section className="buttons" aria-label={say('deletions.bar')}>
      <b role="status">{say('deletions.selected', { count: ticks.ticked.size })}</b>
      {ticks.ticked.size === 0 ? (
        <span className="muted">{say('deletions.bar_hint')}</span>
      ) : (
        <>
          <Button kind="secondary" isSmall onClick={onAct}>
            {act}
          </Button>
          <Button kind="quiet" onClick={ticks.clear}>
            {say('deletions.deselect')}
          </Button>
        </>
      )}
    </section>
  )
}

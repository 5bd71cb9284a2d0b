import type { ReactNode } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'

interface ActionBarProps {
  readonly ticked: number
  /** What *Undo* takes back, in words; null: nothing. */
  readonly undo: string | null
  /** What *Redo* puts back; null: nothing was taken back. */
  readonly redo: string | null
  onMatch(): void
  onAct(act: 'different' | 'import' | 'leave_out'): void
  onDeselect(): void
  onUndo(): void
  onRedo(): void
  onShowDecisions(): void
  /** *Save and continue*. */
  readonly save: ReactNode
}

/** What can be done with the selected rows, with the last decision, and with the step. Stays in sight; on a phone it does not. */
export function ActionBar({ ticked, undo, redo, onMatch, onAct, onDeselect, onUndo, onRedo, onShowDecisions, save }: ActionBarProps) {
  const say = useSay()
  const look = { kind: 'secondary', isSmall: true } as const
  return (
    <section className="action-bar" aria-label={say('review.bar')}>
      <b className="selected-count">{say('review.selected', { count: ticked })}</b>
      {ticked === 0 ? (
        <span className="muted">{say('review.bar_hint')}</span>
      ) : (
        <>
          <Button {...look} onClick={onMatch}>
            {say('review.act.match')}
          </Button>
          <Button {...look} onClick={() => onAct('different')}>
            {say('review.act.unmatch')}
          </Button>
          <Button {...look} onClick={() => onAct('import')}>
            {say('review.act.import')}
          </Button>
          <Button {...look} onClick={() => onAct('leave_out')}>
            {say('review.act.leave_out')}
          </Button>
          <Button kind="quiet" onClick={onDeselect}>
            {say('review.deselect')}
          </Button>
        </>
      )}
      <span className="bar-space" />
      <Button kind="secondary" isSmall aria-disabled={undo === null ? true : undefined} onClick={onUndo}>
        {undo === null ? say('review.act.undo') : say('review.act.undo_what', { what: undo })}
      </Button>
      {redo !== null && (
        <Button kind="secondary" isSmall onClick={onRedo}>
          {say('review.act.redo_what', { what: redo })}
        </Button>
      )}
      <Button kind="quiet" onClick={onShowDecisions}>
        {say('review.act.decisions')}
      </Button>
      {save}
    </section>
  )
}

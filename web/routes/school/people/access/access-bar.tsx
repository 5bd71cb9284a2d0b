import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'

/** What can be done with the selected people. */
export function AccessBar({
  selected,
  total,
  isWithout,
  isBusy,
  onSelectAll,
  onDeselect,
  onAct,
}: {
  readonly selected: number
  /** How many the filters show, on all pages. */
  readonly total: number
  readonly isWithout: boolean
  readonly isBusy: boolean
  onSelectAll(): void
  onDeselect(): void
  onAct(): void
}) {
  const say = useSay()
  return (
    <section className="buttons" aria-label={say('access.bar')}>
      <b role="status">{say('access.selected', { count: selected })}</b>
      {selected < total && (
        <Button kind="secondary" isSmall isBusy={isBusy} onClick={onSelectAll}>
          {say('access.select_all', { count: total })}
        </Button>
      )}
      {selected === 0 ? (
        <span className="muted">{say('access.bar_hint')}</span>
      ) : (
        <>
          <Button kind="secondary" isSmall isBusy={isBusy} onClick={onAct}>
            {say(isWithout ? 'access.give' : 'access.take')}
          </Button>
          <Button kind="quiet" onClick={onDeselect}>
            {say('access.deselect')}
          </Button>
        </>
      )}
    </section>
  )
}

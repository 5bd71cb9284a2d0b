import type { LimitRulesDetails, LimitsDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { percentOf, type Shared } from './typed-limits.ts'

/** Limits that somebody is about to raise, which of them, and what they would have done. */
export interface Raise {
  readonly rules: LimitRulesDetails
  readonly raised: readonly Shared[]
  readonly replay: LimitsDetails['replay']
}

/** Asks before a limit is raised, with what the last runs say of it. */
export function RaiseDialog({
  raise: { rules, raised, replay },
  limits,
  onRaise,
  onKeep,
}: {
  readonly raise: Raise
  readonly limits: LimitsDetails
  onRaise(): void
  onKeep(): void
}) {
  const say = useSay()
  const titleOf = (it: Shared): string => say(`limits.raise_title.${it}`, { share: percentOf(rules, it) })
  const [only, ...others] = raised
  const isOne = only !== undefined && others.length === 0
  return (
    <Dialog title={isOne ? titleOf(only) : say('limits.raise_title')} onClose={onKeep}>
      {!isOne && (
        <ul>
          {raised.map((it) => (
            <li key={it}>{titleOf(it)}</li>
          ))}
        </ul>
      )}
      <p>{useVerdict(limits.replay, replay)}</p>
      <div className="buttons">
        <Button onClick={onRaise}>{say('limits.raise')}</Button>
        <Button kind="secondary" data-first-focus onClick={onKeep}>
          {isOne ? say('limits.keep_share', { share: percentOf(limits, only) }) : say('limits.keep')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What raised limits would have done to the last runs; of those that were stopped and would not have been, the last. */
function useVerdict(now: LimitsDetails['replay'], { runs, heldAt }: LimitsDetails['replay']): string {
  const say = useSay()
  const { timeZone } = useSchool()
  if (runs === 0) return say('limits.raise_unknown')
  if (heldAt.length > 0) return say('limits.raise_some', { held: heldAt.length, count: runs })
  const [freed] = now.heldAt
  if (freed === undefined) return say('limits.raise_none', { count: runs })
  return say('limits.raise_none_not_even', { count: runs, at: say.instant(freed, timeZone) })
}

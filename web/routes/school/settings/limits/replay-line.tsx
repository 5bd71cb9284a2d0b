import type { LimitsDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'

/** What limits would have done to the last runs, in a sentence. */
export function ReplayLine({ replay: { runs, heldAt } }: { readonly replay: LimitsDetails['replay'] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const [last] = heldAt
  if (runs === 0) return <p>{say('limits.replay_none')}</p>
  if (last === undefined) return <p>{say('limits.replay_never', { count: runs })}</p>
  return (
    <p>
      {say('limits.replay', { held: heldAt.length, count: runs })} {say('limits.replay_last', { at: say.instant(last, timeZone) })}
    </p>
  )
}

import { Interruption } from '../../../../kit/interruption.tsx'
import { useSay } from '../../../../words.tsx'
import type { AccessSearch } from './access-search.ts'

/** Asks before access is taken away (UX, microcopy). */
export function StopAccess({
  count,
  kind,
  application,
  onStop,
  onKeep,
}: {
  readonly count: number
  /** What all of them are; undefined: different. */
  readonly kind: AccessSearch['kind']
  /** Its name; null: there is one only. */
  readonly application: string | null
  onStop(): void
  onKeep(): void
}) {
  const say = useSay()
  const words = kind === undefined ? 'access.stop_title' : kind === 'pupil' ? 'access.stop_pupils' : 'access.stop_teachers'
  return (
    <Interruption title={say(words, { count })} act={say('access.stop')} keep={say('common.cancel')} onAct={onStop} onKeep={onKeep}>
      <p>{say('access.stop_body')}</p>
      {application !== null && <p>{say('access.stop_where', { application })}</p>}
    </Interruption>
  )
}

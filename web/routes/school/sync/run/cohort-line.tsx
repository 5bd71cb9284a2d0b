import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSay } from '../../../../words.tsx'

/** Which pupils a run is about, where it is not all of them: said on every step of every run (D25). */
export function CohortLine({ run }: { readonly run: Pick<RunDetails, 'cohort'> }) {
  const say = useSay()
  if (run.cohort === null) return null
  const names = [...run.cohort.yearGroups, ...run.cohort.registrationClasses]
  return <p className="muted">{say('sync.cohort', { names: new Intl.ListFormat(say.vocabulary).format(names) })}</p>
}

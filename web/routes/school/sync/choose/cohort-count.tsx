import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import type { Cohort } from './cohort.ts'

/** How many a choice takes in, and how many it leaves outside: counted as it is made. */
export function CohortCount({ run, choice, isNobody }: { readonly run: RunDetails; readonly choice: Cohort; readonly isNobody: boolean }) {
  const say = useSay()
  const { code: school } = useSchool()
  const params = { school, run: run.id }
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: ['runs.countScope', { params, choice }],
    queryFn: ({ signal }) => call('runs.countScope', { params, body: choice, signal }),
    enabled: choice.cohort !== null && !isNobody,
    placeholderData: keepPreviousData,
  })
  if (choice.cohort === null || error !== null) return null
  return (
    <div className="banner banner-notice" role="status">
      {isNobody && <p>{say('sync.choose.nobody')}</p>}
      {!isNobody && (data === undefined || isPlaceholderData) && <p>{say('sync.choose.counting')}</p>}
      {!isNobody && data !== undefined && !isPlaceholderData && (
        <p>
          {say('sync.choose.taken_in', { count: data.pupils })} {say('sync.choose.outside', { count: data.outside })}{' '}
          {data.desynced > 0 && say('sync.choose.desynced', { count: data.desynced })}
        </p>
      )}
    </div>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import type { RouteAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, queryClient } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { keepRun } from '../run/use-run.ts'
import { queueOf, whenSaved } from './run-queue.ts'

/**
 * The MIS has changed since the list was made: how much, and the way to update it, which keeps what was decided. Under it the
 * decisions that were removed because they no longer apply. The list itself never changes by itself.
 */
export function StaleNotice({ run, onUpdated }: { readonly run: RunDetails; onUpdated(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { data } = useQuery(apiQuery('runs.freshness', { params: { school, run: run.id } }))
  const update = useUpdate(run, onUpdated)
  if (data === undefined) return null
  return (
    <>
      {data.changed !== null && (
        <div role="status">
          <Banner kind="notice">
            <p>
              {say('review.stale.changed', { count: data.changed })}{' '}
              <Button kind="secondary" isSmall isBusy={update.isPending} onClick={() => update.mutate()}>
                {say('review.stale.update')}
              </Button>{' '}
              {say('review.stale.kept', { count: data.decisions })}
            </p>
          </Banner>
        </div>
      )}
      {update.error !== null && <ProblemView error={update.error} />}
      {data.gone.length > 0 && <GoneDecisions gone={data.gone} />}
    </>
  )
}

function GoneDecisions({ gone }: Pick<RouteAnswer<'runs.freshness'>, 'gone'>) {
  const say = useSay()
  const { timeZone } = useSchool()
  return (
    <Banner
      kind="notice"
      title={say(gone.some((it) => it.isOvertaken) ? 'review.stale.removed' : 'review.stale.gone', { count: gone.length })}
    >
      <ul>
        {gone.map((it) => (
          <li key={`${it.name} ${it.act} ${it.at}`}>
            {say(it.isOvertaken ? 'review.stale.overtaken_one' : 'review.stale.gone_one', {
              name: it.name,
              what: say.message('review.decided', { code: it.act, params: {} }) ?? '',
              by: it.by,
              at: say.instant(it.at, timeZone),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** Updates the review once everything that was decided here has arrived. */
function useUpdate(run: RunDetails, onUpdated: () => void) {
  const { code: school } = useSchool()
  return useMutation({
    mutationFn: async () => {
      const isSaved = await whenSaved(queueOf(school, run.id))
      return isSaved ? call('runs.refresh', { params: { school, run: run.id }, idempotencyKey: newKey() }) : null
    },
    onSuccess: (updated) => {
      // what could not be saved is told on the page
      if (updated === null) return
      keepRun(school, updated)
      void queryClient.invalidateQueries({ queryKey: ['runs.freshness'] })
      void queryClient.invalidateQueries({ queryKey: ['runs.counts'] })
      void queryClient.invalidateQueries({ queryKey: ['runs.row'] })
      onUpdated()
    },
  })
}

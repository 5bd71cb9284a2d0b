import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ScheduleDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { CheckboxGroup } from '../../../kit/choice-group.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** Offers to check every night from now on (D30), where nothing is checked by itself yet and to who may say so. */
export function NightlyChecks() {
  const { code: school } = useSchool()
  const mayChange = useMay('school.configure')
  const { data } = useQuery({ ...apiQuery('schedule.read', { params: { school } }), enabled: mayChange })
  // it stays once it is ticked, so that it can be taken back
  const [before, setBefore] = useState<ScheduleDetails>()
  if (!mayChange || data === undefined) return null
  const offered = before ?? (data.mode === 'off' && data.paused === null ? data : undefined)
  return offered === undefined ? null : <Tick now={data} before={offered} onTicked={() => setBefore(offered)} />
}

/** `before` is the schedule as it was found, to which taking the tick away goes back. */
function Tick({ now, before, onTicked }: { readonly now: ScheduleDetails; readonly before: ScheduleDetails; onTicked(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const [told, setTold] = useState('')
  const read = apiQuery('schedule.read', { params: { school } })
  const { time, days, onlyInTerm } = before
  const change = useMutation({
    mutationFn: (isOn: boolean) =>
      call('schedule.change', {
        params: { school },
        ifMatch: now.version,
        body: isOn ? { mode: 'check', time, days: EVERY_DAY, onlyInTerm: false } : { mode: 'off', time, days, onlyInTerm },
      }),
    onSuccess: (changed) => {
      onTicked()
      keepAnswer(read, changed)
      void client.invalidateQueries({ queryKey: ['home.read'] })
      setTold(say(changed.mode === 'off' ? 'sync.done.nightly_off' : 'sync.done.nightly_on', { time }))
    },
    // somebody else may have changed it meanwhile
    onError: () => void client.invalidateQueries(read),
  })
  const isOn = change.isPending ? change.variables : now.mode !== 'off'
  return (
    <section>
      <LiveRegion text={told} />
      <CheckboxGroup
        id="nightly"
        label={say('sync.done.nightly_from_now')}
        values={isOn ? ['check'] : []}
        choices={[{ value: 'check', label: say('sync.done.nightly'), detail: say('sync.done.nightly_detail') }]}
        onChange={(values) => {
          if (!change.isPending) change.mutate(values.length > 0)
        }}
      />
      {change.error !== null && <ProblemView error={change.error} />}
      {now.mode !== 'off' && (
        <p>
          {now.mode === 'check' && `${say('sync.done.nightly_on', { time: now.time })} `}
          <Link to="/s/$school/settings/schedule" params={{ school }}>
            {say('sync.done.nightly_change')}
          </Link>
        </p>
      )}
    </section>
  )
}

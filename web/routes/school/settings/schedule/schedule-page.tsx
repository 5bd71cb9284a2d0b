import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScheduleDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, keepAnswer } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { checkSentences } from '../../../../kit/check-words.ts'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { Page } from '../../../../kit/page.tsx'
import { SummaryList } from '../../../../kit/summary-list.tsx'
import { useSay } from '../../../../words.tsx'
import { OnlyCoordinators, SettingsFrame } from '../settings-frame.tsx'
import { CheckNow } from './check-now.tsx'
import { PauseForm } from './pause-form.tsx'
import { Paused } from './paused.tsx'
import { ScheduleForm } from './schedule-form.tsx'

/** When the school is checked by itself, and how far that goes. */
export function SchedulePage() {
  const say = useSay()
  const { code: school } = useSchool()
  const schedule = useQuery(apiQuery('schedule.read', { params: { school } }))
  return (
    <Page title={say('settings.schedule')} kicker={say('shell.settings')} lead={say('schedule.lead')}>
      <SettingsFrame>
        <OnlyCoordinators action="school.configure" />
        <Answer query={schedule} loading={say('schedule.loading')}>
          {(it) => <ScheduleOf schedule={it} />}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function ScheduleOf({ schedule }: { readonly schedule: ScheduleDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const client = useQueryClient()
  const mayChange = useMay('school.configure')
  const [told, setTold] = useState('')
  const { mode, nextAt, paused, lastCheck } = schedule
  const keep = (now: ScheduleDetails, text: string): void => {
    keepAnswer(apiQuery('schedule.read', { params: { school } }), now)
    void client.invalidateQueries({ queryKey: ['home.read'] })
    setTold(text)
  }
  return (
    <>
      <LiveRegion text={told} />
      {paused !== null && <Paused paused={paused} onResumed={(now) => keep(now, say('schedule.resumed'))} />}
      <section aria-labelledby="schedule-now">
        <h2 id="schedule-now">{say('schedule.now')}</h2>
        {mode === 'off' && <p>{say('schedule.off')}</p>}
        <SummaryList
          rows={[
            { key: 'what', name: say('schedule.what'), value: say(`schedule.mode.${mode}`) },
            {
              key: 'next',
              name: say('schedule.next'),
              value: nextAt === null ? say('schedule.next_none') : say.instant(nextAt, timeZone),
            },
            {
              key: 'last',
              name: say('schedule.last'),
              value:
                lastCheck === null
                  ? say('schedule.never')
                  : `${say.instant(lastCheck.at, timeZone)}. ${checkSentences(say, lastCheck).join(' ')}`,
            },
          ]}
        />
        <p className="muted">{say('schedule.source')}</p>
        <CheckNow isRunning={lastCheck?.state === 'waiting'} />
      </section>
      {mayChange && <ScheduleForm key={schedule.version} schedule={schedule} onSaved={keep} />}
      {mayChange && mode !== 'off' && paused === null && <PauseForm onPaused={(now) => keep(now, say('schedule.pause_done'))} />}
    </>
  )
}

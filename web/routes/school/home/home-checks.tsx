import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Home } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { checkSentences } from '../../../kit/check-words.ts'
import { useSay } from '../../../words.tsx'
import { CheckNow } from '../settings/schedule/check-now.tsx'
import { Paused } from '../settings/schedule/paused.tsx'

/** The checks that are made by themselves: what the last one found, when the next one comes, and why none does. */
export function HomeChecks({ home: { schedule, lastCheck, openRun, hasData } }: { readonly home: Home }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const client = useQueryClient()
  const mayChange = useMay('school.configure')
  const mayRehearse = useMay('run.start')
  if (schedule === null) return null
  const { mode, nextAt, paused } = schedule
  // what is open says more than the check that came before it
  const found = lastCheck === null || openRun !== null ? [] : checkSentences(say, lastCheck)
  return (
    <section aria-labelledby="checks" className="section">
      <h2 id="checks">{say('home_page.checks')}</h2>
      {paused !== null && <Paused paused={paused} onResumed={() => void client.invalidateQueries({ queryKey: ['home.read'] })} />}
      {lastCheck !== null && (
        <p role="status">
          {say('home_page.last_check', { at: say.instant(lastCheck.at, timeZone), by: lastCheck.by })} {found.join(' ')}
        </p>
      )}
      <ul className="lines">
        <li>
          {nextWords(say, { mode, nextAt, isPaused: paused !== null, timeZone })}
          <Link to="/s/$school/settings/schedule" params={{ school }}>
            {say(mode === 'off' && mayChange ? 'schedule.turn_on' : 'home_page.schedule')}
          </Link>
        </li>
        {mayRehearse && (
          <li>
            {say('home_page.rehearse')}
            <Link to="/s/$school/rehearsal" params={{ school }}>
              {say('home_page.rehearse_open')}
            </Link>
          </li>
        )}
      </ul>
      {hasData && <CheckNow isRunning={lastCheck?.state === 'waiting'} />}
    </section>
  )
}

interface Next extends Pick<NonNullable<Home['schedule']>, 'mode' | 'nextAt'> {
  readonly isPaused: boolean
  readonly timeZone: string
}

function nextWords(say: Say, { mode, nextAt, isPaused, timeZone }: Next): string {
  if (mode === 'off') return say('schedule.off')
  if (nextAt !== null) return say('home_page.next_check', { at: say.instant(nextAt, timeZone) })
  return say(isPaused ? 'home_page.paused' : 'home_page.no_next_check')
}

import type { Home } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useProgress } from '../../../api/use-events.ts'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Progress } from '../../../kit/progress.tsx'
import { useSay } from '../../../words.tsx'
import { HomeStatus } from './home-status.tsx'

const STEPS = {
  upload: { to: '/s/$school/sync/connect', words: 'home_page.upload' },
  start: { to: '/s/$school/sync/connect', words: 'home_page.start' },
  continue: { to: '/s/$school/sync', words: 'home_page.continue' },
  review: { to: '/s/$school/sync', words: 'home_page.review' },
  sync: { to: '/s/$school/sync/review', words: 'home_page.review' },
  holds: { to: '/s/$school/holds', words: 'home_page.holds' },
  wait: { to: '/s/$school/sync/progress', words: 'home_page.watch' },
  plan: { to: '/s/$school/sync/review', words: 'home_page.look' },
  reading: { to: '/s/$school/sync', words: 'home_page.watch' },
} as const

/** An undo has a plan already; what is being read is not yet synced. */
function stepOf({ next, openRun }: Home): (typeof STEPS)[keyof typeof STEPS] | undefined {
  if (next === null) return undefined
  if (next === 'review' && openRun?.purpose === 'undo') return STEPS.plan
  const isRead = openRun?.state === 'applying' || openRun?.isWaitingToApply === true
  return next === 'wait' && !isRead ? STEPS.reading : STEPS[next]
}

/** The one sentence that says whether there is anything to do, and the one button that does it. */
export function HomeStep({ home }: { readonly home: Home }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const maySync = useMay('run.start')
  const told = useProgress(home.openRun?.id)
  const progress = told ?? home.openRun?.progress
  const step = stepOf(home)
  // what is up to date can be checked again below, where there is something to check (S-13); else a file is needed first
  const needsFile = home.next === null && maySync && !home.hasData
  const facts = [
    home.lastApplied === null ? undefined : say('home_page.last_sync', { at: say.instant(home.lastApplied.changedAt, timeZone) }),
    home.dataFrom === null ? undefined : say('home_page.data_from', { at: say.instant(home.dataFrom, timeZone) }),
  ].filter((it) => it !== undefined)
  return (
    <div className="box step">
      <p className="step-sentence" role="status">
        {say.message('home', home.sentence)}
      </p>
      <HomeStatus status={home.status} />
      {facts.length > 0 && <p className="muted">{facts.join(' ')}</p>}
      {home.next === 'wait' && progress !== undefined && progress !== null && (
        <Progress
          label={say('home_page.progress')}
          text={say.message('home_page.doing', { code: progress.step, params: {} }) ?? say('home_page.doing.other')}
          done={progress.done}
          total={progress.total}
        />
      )}
      {maySync && step !== undefined && (
        <div className="buttons">
          <LinkButton to={step.to} params={{ school }}>
            {say(step.words)}
          </LinkButton>
        </div>
      )}
      {needsFile && (
        <div className="buttons">
          <LinkButton kind="secondary" to="/s/$school/sync/connect" params={{ school }}>
            {say('home_page.upload')}
          </LinkButton>
        </div>
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { LimitsDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Page } from '../../../../kit/page.tsx'
import { SummaryList } from '../../../../kit/summary-list.tsx'
import { useSay } from '../../../../words.tsx'
import { OnlyCoordinators, SettingsFrame } from '../settings-frame.tsx'
import { LimitsForm } from './limits-form.tsx'
import { ReplayLine } from './replay-line.tsx'
import { PAIRS, percentOf } from './typed-limits.ts'

const SHAPES = ['emptied', 'kind', 'changed', 'rekeyed'] as const

/** From where a sync waits for a person. */
export function LimitsPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const mayChange = useMay('school.configure')
  const limits = useQuery(apiQuery('limits.read', { params: { school } }))
  return (
    <Page title={say('settings.limits')} kicker={say('shell.settings')} lead={say('limits.lead')}>
      <SettingsFrame>
        <OnlyCoordinators action="school.configure" />
        <Answer query={limits} loading={say('limits.loading')}>
          {(it) => (
            <>
              {mayChange ? <LimitsForm limits={it} /> : <LimitsSummary limits={it} />}
              <section aria-labelledby="shapes" className="section">
                <h2 id="shapes">{say('limits.shapes')}</h2>
                <ul>
                  {SHAPES.map((shape) => (
                    <li key={shape}>{say(`limits.shapes.${shape}`)}</li>
                  ))}
                </ul>
              </section>
            </>
          )}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function LimitsSummary({ limits }: { readonly limits: LimitsDetails }) {
  const say = useSay()
  const pairs = PAIRS.map((it) => ({
    key: it,
    name: say(`limits.${it}`),
    value: say('limits.both', { count: limits.limits[it].count, share: percentOf(limits, it) }),
  }))
  return (
    <>
      <SummaryList
        rows={[
          ...pairs,
          { key: 'other', name: say('limits.otherUpdatesShare'), value: percentOf(limits, 'otherUpdatesShare') },
          { key: 'year', name: say('limits.year_start'), value: `${limits.yearStartWindow.from} – ${limits.yearStartWindow.to}` },
        ]}
      />
      <ReplayLine replay={limits.replay} />
    </>
  )
}

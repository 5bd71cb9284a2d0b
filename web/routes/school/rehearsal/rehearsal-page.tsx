import { useQuery } from '@tanstack/react-query'
import type { RehearsalDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { RehearsalForm } from './rehearsal-form.tsx'
import { RehearsalReport } from './rehearsal-report.tsx'

// events say it first; where their stream is blocked this does
const ASK_EVERY = 2_000

/** Rehearses a sync of a day to come, and shows what rehearsals have said (N-11). */
export function RehearsalPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const mayStart = useMay('run.start')
  const list = useQuery({
    ...apiQuery('rehearsals.list', { params: { school } }),
    refetchInterval: ({ state }) => (state.data?.rehearsals.some((it) => it.state === 'waiting') === true ? ASK_EVERY : false),
  })
  return (
    <Page title={say('rehearsal.title')} lead={say('rehearsal.lead')}>
      {mayStart && <RehearsalForm />}
      <Answer query={list} loading={say('rehearsal.loading')}>
        {({ rehearsals }) => <Reports rehearsals={rehearsals} />}
      </Answer>
    </Page>
  )
}

function Reports({ rehearsals }: { readonly rehearsals: readonly RehearsalDetails[] }) {
  const say = useSay()
  if (rehearsals.length === 0) return <EmptyState title={say('rehearsal.none')} />
  return (
    <section aria-labelledby="reports" className="section">
      <h2 id="reports">{say('rehearsal.reports')}</h2>
      {rehearsals.map((it, place) => (
        <details key={it.run} open={place === 0}>
          <summary>{say('rehearsal.report', { on: say.date(it.on) })}</summary>
          <RehearsalReport rehearsal={it} />
        </details>
      ))}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Page } from '../../../../kit/page.tsx'
import { useSay } from '../../../../words.tsx'
import { type StepName, stepsOf } from '../steps.ts'
import { CohortLine } from './cohort-line.tsx'
import { SyncLink } from './sync-link.tsx'

/** The frame of one step: which step of how many it is, the way to all steps, its heading. */
export function StepFrame({
  run,
  step,
  title,
  page,
  lead,
  hasErrors,
  children,
}: {
  readonly run: RunDetails
  readonly step: StepName
  readonly title: string
  /** Which page of a list it is, for the browser's tab. */
  readonly page?: string | undefined
  readonly lead?: ReactNode
  readonly hasErrors?: boolean | undefined
  readonly children: ReactNode
}) {
  const say = useSay()
  const steps = stepsOf(run)
  const at = steps.findIndex((it) => it.name === step) + 1
  const kicker =
    run.purpose === 'undo' ? (
      say('sync.title')
    ) : (
      <>
        {say('sync.step_of', { step: at, steps: steps.length })} ·{' '}
        <SyncLink to="" run={run.id}>
          {say('sync.all_steps')}
        </SyncLink>
      </>
    )
  return (
    <Page
      title={title}
      tabTitle={[page === undefined ? title : `${title} (${page})`, say('sync.title')].join(' – ')}
      kicker={kicker}
      lead={lead}
      hasErrors={hasErrors}
    >
      <CohortLine run={run} />
      {children}
    </Page>
  )
}

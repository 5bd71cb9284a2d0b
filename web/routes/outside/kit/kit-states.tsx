import { Banner } from '../../../kit/banner.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { NamedPeople } from '../../../kit/named-people.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { Progress } from '../../../kit/progress.tsx'
import { StepLine, StepList } from '../../../kit/step-list.tsx'
import { Timeline } from '../../../kit/timeline.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'

const AT = '2026-09-02T08:12:00Z'

export function KitStates() {
  const say = useSay()
  return (
    <>
      <Banner kind="done">
        <p>{say('kit_page.done')}</p>
      </Banner>
      <Banner kind="notice" title={say('kit_page.notice_title')}>
        <p>{say('kit_page.notice')}</p>
      </Banner>
      <Banner kind="problem" title={say('kit.service_problem')}>
        <p>{say('kit_page.problem')}</p>
      </Banner>
      <ProblemView error={new Error()} onRetry={() => undefined} />
      <EmptyState title={say('kit_page.empty')} isGood>
        <p>{say('kit_page.empty_what')}</p>
      </EmptyState>
      <NamedPeople school="Hillview Primary" names={[say('kit_page.timeline_by')]} />
      <Loading />
      <Progress label={say('kit_page.progress')} text={say('kit_page.progress_text')} done={742} total={1_129} />
      <StepList label={say('kit_page.steps')}>
        <StepLine state="done" words={say('kit_page.step_done')} detail={say('kit_page.step_years_what')}>
          {say('kit_page.step_years')}
        </StepLine>
        <StepLine state="open" words={say('kit_page.step_open')} detail={say('kit_page.step_pupils_what')}>
          {say('kit_page.step_pupils')}
        </StepLine>
        <StepLine state="closed" words={say('kit_page.step_closed')}>
          {say('kit_page.step_review')}
        </StepLine>
      </StepList>
      <VisuallyHidden>{say('kit_page.timeline')}</VisuallyHidden>
      <Timeline
        entries={[
          {
            key: 'a',
            title: say('kit_page.timeline_one'),
            at: AT,
            atWords: say.instant(AT, 'Europe/London'),
            by: say('kit_page.timeline_by'),
          },
        ]}
      />
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import type { ScheduleDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'

/** Says that checks are paused, why, since when and by whom, with the way out of it (D27). */
export function Paused({
  paused,
  onResumed,
}: {
  readonly paused: NonNullable<ScheduleDetails['paused']>
  onResumed(schedule: ScheduleDetails): void
}) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const mayResume = useMay('school.configure')
  const resume = useMutation({ mutationFn: () => call('schedule.resume', { params: { school } }), onSuccess: onResumed })
  const { why, by } = paused
  const params = { by, at: say.instant(paused.at, timeZone), until: paused.until === null ? '' : say.date(paused.until) }
  return (
    <Banner kind="notice" title={say(`schedule.paused.${why}`, params)}>
      <p>{say(`schedule.paused.${why}.body`, params)}</p>
      {resume.isError && <ProblemView error={resume.error} />}
      {mayResume && (
        <Button kind="secondary" isBusy={resume.isPending} onClick={() => resume.mutate()}>
          {say('schedule.resume')}
        </Button>
      )}
    </Banner>
  )
}

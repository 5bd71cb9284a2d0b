import { useSchoolIfAny } from '../../api/school.tsx'
import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { ProblemView } from '../../kit/problem-view.tsx'
import { useSay } from '../../words.tsx'

/** A page that could not be shown at all. Inside a school its frame stays, so that one can go elsewhere. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const say = useSay()
  const isInSchool = useSchoolIfAny() !== null
  const page = (
    <Page title={say('kit.service_problem')}>
      <ProblemView error={error} onRetry={() => location.reload()} />
    </Page>
  )
  return isInSchool ? page : <Frame>{page}</Frame>
}

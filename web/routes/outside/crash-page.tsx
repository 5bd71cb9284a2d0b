import { Page } from '../../kit/page.tsx'
import { ProblemView } from '../../kit/problem-view.tsx'
import { useSay } from '../../words.tsx'

/** A page that could not be shown at all. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const say = useSay()
  return (
    <Page title={say('kit.service_problem')}>
      <ProblemView error={error} onRetry={() => location.reload()} />
    </Page>
  )
}

import { Page } from '../../../../kit/page.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemWords } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'

/** The page of a run that could not be read: there is none of that name, or not for this person. */
export function RunRefused({ error }: { readonly error: Error }) {
  const say = useSay()
  return (
    <Page title={say('sync.title')} tabTitle={problemWords(error, say).title}>
      <ProblemView error={error} />
    </Page>
  )
}

import { NotFound } from '../../kit/not-found.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words.tsx'

/** The page of an address that is none. */
export function NotFoundPage() {
  const say = useSay()
  return (
    <Page title={say('kit.not_found')}>
      <NotFound />
    </Page>
  )
}

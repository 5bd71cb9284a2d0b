import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { SchoolOfAccount } from '../../../src/contract/index.ts'
import { sessionQuery } from '../../api/client.ts'
import { InSchool } from '../../api/school.tsx'
import { useEvents } from '../../api/use-events.ts'
import { AccountMenu } from '../../kit/account-menu.tsx'
import { Footer, Frame, HelpLink, SkipLink } from '../../kit/frame.tsx'
import { IdleDialog } from '../../kit/idle-dialog.tsx'
import { OfflineBanner } from '../../kit/offline-banner.tsx'
import { useSay } from '../../words.tsx'
import { NotFoundPage } from '../outside/not-found-page.tsx'
import { MainNav } from './main-nav.tsx'
import { SyncRefused } from './sync-refused.tsx'

/** The frame of a school's pages; of a school where the account has no role, what a school that does not exist shows (D18). */
export function SchoolFrame() {
  const code = useParams({ strict: false }).school
  const { data: session } = useQuery(sessionQuery)
  const school = session?.schools.find((it) => it.code === code)
  if (session === undefined) return null
  // the session has ended, or somebody signed out in another tab
  if (session.account === null) return <ToSignIn />
  if (school === undefined) {
    return (
      <Frame account={<AccountMenu session={session} />}>
        <NotFoundPage />
      </Frame>
    )
  }
  return (
    <InSchool school={school}>
      <FrameOfSchool key={school.code} school={school} />
    </InSchool>
  )
}

/** Leads to signing in, and back to here afterwards. Once: the address changes while it is left. */
function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    const { pathname, href } = router.state.location
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [router])
  return null
}

/** Places that help says something about under the name of another. */
const HELP_ABOUT: Readonly<Record<string, string>> = { 'year-groups': 'classes', holds: 'sync', rehearsal: 'sync', 'sanity-checks': 'home' }

function FrameOfSchool({ school }: { readonly school: SchoolOfAccount }) {
  const say = useSay()
  const { data: session } = useQuery(sessionQuery)
  // the first part of the address behind that of the school: none is Home
  const place = useLocation({ select: (it) => it.pathname.split('/')[3] }) || 'home'
  const maySync = school.actions.includes('run.read')
  useEvents(school.code)
  return (
    <>
      <SkipLink />
      <header className="header">
        {school.isMadeUp && (
          <div className="strip">
            <p>{say('shell.made_up')}</p>
          </div>
        )}
        <div className="header-inside">
          <Link to="/s/$school" params={{ school: school.code }} className="brand">
            {say('common.product')}
          </Link>
          <span className="school-name">{school.name}</span>
          <MainNav />
          <HelpLink school={school.code} place={HELP_ABOUT[place] ?? place} />
          {session !== undefined && <AccountMenu session={session} />}
        </div>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        <OfflineBanner />
        {place === 'sync' && !maySync ? <SyncRefused /> : <Outlet />}
      </main>
      <Footer />
      <IdleDialog />
    </>
  )
}

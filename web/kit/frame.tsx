import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { OfflineBanner } from './offline-banner.tsx'

/** The link that goes past the header. */
export function SkipLink() {
  const say = useSay()
  return (
    <a className="skip-link" href="#main">
      {say('common.skip_to_content')}
    </a>
  )
}

/** The way to the help, in the same place on every page (WCAG 3.2.6); from a place of a school to what is said about that place. */
export function HelpLink({ school, place }: { readonly school?: string; readonly place?: string }) {
  const say = useSay()
  // on the page of the help itself: of the school that it was opened from
  const opened = useSearch({ strict: false, select: (it) => it.school })
  const from = school ?? opened
  return (
    <Link to="/help" search={from === undefined ? {} : { school: from }} hash={place ?? ''} className="header-help">
      {say('shell.help')}
    </Link>
  )
}

/** What stands under every page, in the same place on each (WCAG 3.2.6). */
export function Footer() {
  const say = useSay()
  return (
    <footer className="footer">
      <Link to="/help/shortcuts">{say('shell.shortcuts')}</Link>
      <Link to="/accessibility">{say('shell.accessibility')}</Link>
      <a href="/docs">{say('shell.api')}</a>
    </footer>
  )
}

/** A page outside of any school: sign-in, set-up, an invitation. */
export function Frame({
  children,
  isWide = false,
  account,
}: {
  readonly children: ReactNode
  readonly isWide?: boolean
  readonly account?: ReactNode
}) {
  const say = useSay()
  return (
    <>
      <SkipLink />
      <header className="header">
        <div className="header-inside">
          <Link to="/" className="brand">
            {say('common.product')}
          </Link>
          <span className="school-name">{say('shell.tagline')}</span>
          <HelpLink />
          {account}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`main-narrow${isWide ? ' wide' : ''}`}>
        <OfflineBanner />
        {children}
      </main>
      <Footer />
    </>
  )
}

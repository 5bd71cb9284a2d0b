import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

const PAGES = [
  { to: '/s/$school/settings/team', words: 'settings.team', action: 'team.read' },
  { to: '/s/$school/settings/school', words: 'settings.school', action: 'school.read' },
  { to: '/s/$school/settings/schedule', words: 'settings.schedule', action: 'history.read' },
  { to: '/s/$school/settings/calendar', words: 'settings.calendar', action: 'history.read' },
  { to: '/s/$school/settings/limits', words: 'settings.limits', action: 'history.read' },
  { to: '/s/$school/settings/matching', words: 'settings.matching', action: 'history.read' },
  { to: '/s/$school/settings/messages', words: 'settings.messages', action: 'message.read' },
] as const

/** The list of settings beside one of them. What the account may not see is not listed. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  const { code: school, actions } = useSchool()
  return (
    <div className="two-parts">
      <nav aria-label={say('shell.settings')}>
        <ul className="side-list">
          {PAGES.filter((it) => actions.includes(it.action)).map(({ to, words }) => (
            <li key={to}>
              <Link to={to} params={{ school }} activeOptions={{ includeSearch: false }}>
                {say(words)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  )
}

/** Says that only an Access Coordinator changes this, where the account is none. */
export function OnlyCoordinators({ action }: { readonly action: string }) {
  const say = useSay()
  return useMay(action) ? null : <p className="muted">{say('settings.only_coordinators')}</p>
}

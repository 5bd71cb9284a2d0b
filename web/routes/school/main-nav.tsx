import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSchool } from '../../api/school.tsx'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words.tsx'

const ITEMS = [
  { to: '/s/$school', words: 'shell.home', under: null },
  { to: '/s/$school/sync', words: 'shell.sync', under: ['/sync'] },
  { to: '/s/$school/people/pupils', words: 'shell.people', under: ['/people'] },
  { to: '/s/$school/classes', words: 'shell.classes', under: ['/classes', '/year-groups'] },
  { to: '/s/$school/history', words: 'shell.history', under: ['/history'] },
  { to: '/s/$school/settings/team', words: 'shell.settings', under: ['/settings'] },
] as const

/** The six places of a school. On a phone a button opens them as a plain list. */
export function MainNav() {
  const say = useSay()
  const { code } = useSchool()
  const path = useLocation({ select: (it) => it.pathname })
  const [isOpen, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone somewhere wants to see it
  useEffect(() => setOpen(false), [path])
  const home = `/s/${code}`
  return (
    <>
      <div className="menu-button">
        <Button kind="secondary" isSmall aria-expanded={isOpen} aria-controls="main-nav" onClick={() => setOpen(!isOpen)}>
          {say('shell.menu')}
        </Button>
      </div>
      <nav id="main-nav" className={`header-nav${isOpen ? ' is-open' : ''}`} aria-label={say('shell.main_nav')}>
        <ul>
          {ITEMS.map((item) => {
            const isHere = item.under === null ? path.replace(/\/$/, '') === home : item.under.some((it) => path.startsWith(`${home}${it}`))
            return (
              <li key={item.to}>
                <Link to={item.to} params={{ school: code }} activeOptions={{ exact: true }} aria-current={isHere ? 'page' : undefined}>
                  {say(item.words)}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

const TABS = [
  { to: '/s/$school/people/pupils', words: 'people.pupils' },
  { to: '/s/$school/people/teachers', words: 'people.teachers' },
  { to: '/s/$school/people/leavers', words: 'people.leavers' },
] as const

/** The lists of people. */
export function PeopleTabs() {
  const say = useSay()
  const { code: school } = useSchool()
  return (
    <nav aria-label={say('people.lists')}>
      <ul className="tabs">
        {TABS.map(({ to, words }) => (
          <li key={to}>
            <Link to={to} params={{ school }} activeOptions={{ includeSearch: false }}>
              {say(words)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

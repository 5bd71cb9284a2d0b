import { Link } from '@tanstack/react-router'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

const TABS = [
  { to: '/s/$school/people/pupils', words: 'people.pupils' },
  { to: '/s/$school/people/teachers', words: 'people.teachers' },
  { to: '/s/$school/people/leavers', words: 'people.leavers' },
  { to: '/s/$school/people/missing', words: 'people.tab_missing' },
] as const
const ACCESS = { to: '/s/$school/people/access', words: 'people.access' } as const
const DELETED = { to: '/s/$school/people/deleted', words: 'people.deleted' } as const
const DUPLICATES = { to: '/s/$school/people/duplicates', words: 'people.duplicates' } as const

/** The lists of people. */
export function PeopleTabs() {
  const say = useSay()
  const { code: school } = useSchool()
  const maySync = useMay('run.read')
  const seesAccess = useMay('access.read')
  return (
    <nav aria-label={say('people.lists')}>
      <ul className="tabs">
        {[...TABS, ...(seesAccess ? [ACCESS] : []), ...(maySync ? [DUPLICATES] : []), ...(seesAccess ? [DELETED] : [])].map(
          ({ to, words }) => (
            <li key={to}>
              <Link to={to} params={{ school }} activeOptions={{ includeSearch: false }}>
                {say(words)}
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

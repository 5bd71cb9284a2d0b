import { Link } from '@tanstack/react-router'
import { useSchoolIfAny } from '../api/school.tsx'
import { useSay } from '../words.tsx'
import { EmptyState } from './empty-state.tsx'

/** There is no such thing, or not for this person: both look the same (D18). */
export function NotFound() {
  const say = useSay()
  const school = useSchoolIfAny()
  return (
    <EmptyState title={say('kit.not_found')}>
      <p>{say('kit.not_found_what')}</p>
      <p>
        {school === null ? (
          <Link to="/">{say('kit.go_start')}</Link>
        ) : (
          <Link to="/s/$school" params={{ school: school.code }}>
            {say('kit.go_home')}
          </Link>
        )}
      </p>
    </EmptyState>
  )
}

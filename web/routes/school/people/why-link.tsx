import { Link } from '@tanstack/react-router'
import { useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

/** The way to why a person is as they are. */
export function WhyLink({ person }: { readonly person: string }) {
  const say = useSay()
  const { code: school } = useSchool()
  return (
    <Link className="timeline-link" to="/s/$school/people/$person/why" params={{ school, person }}>
      {say('person.why_link')}
    </Link>
  )
}

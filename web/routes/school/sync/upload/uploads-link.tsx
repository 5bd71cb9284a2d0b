import { Link } from '@tanstack/react-router'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'

/** The way to what was uploaded before. */
export function UploadsLink() {
  const say = useSay()
  const { code: school } = useSchool()
  return (
    <p>
      <Link className="timeline-link" to="/s/$school/history/uploads" params={{ school }}>
        {say('uploads.link')}
      </Link>
    </p>
  )
}

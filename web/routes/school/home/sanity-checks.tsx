import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { useSay } from '../../../words.tsx'

/** The checks that found something, each with the way to whom it found; nothing found is said in one line. */
export function SanityChecks() {
  const say = useSay()
  const { code: school } = useSchool()
  const checks = useQuery(apiQuery('sanity.list', { params: { school } }))
  return (
    <section aria-labelledby="sanity-checks">
      <h2 id="sanity-checks">{say('sanity.title')}</h2>
      <Answer query={checks} loading={say('sanity.loading')}>
        {({ checks: all }) => {
          const found = all.filter((it) => it.count > 0)
          if (found.length === 0) return <p>{say('sanity.all_well')}</p>
          return (
            <ul className="lines">
              {found.map(({ check, count }) => (
                <li key={check}>
                  {say(`sanity.found.${check}`, { count })}
                  <Link to="/s/$school/sanity-checks/$check" params={{ school, check }}>
                    {say('sanity.see')}
                    <span className="visually-hidden"> {say(`sanity.found.${check}`, { count })}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
      <p>
        <Link className="timeline-link" to="/s/$school/sanity-checks" params={{ school }}>
          {say('sanity.back')}
        </Link>
      </p>
    </section>
  )
}

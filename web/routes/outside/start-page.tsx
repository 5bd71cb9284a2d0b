import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../api/client.ts'
import { AccountMenu } from '../../kit/account-menu.tsx'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words.tsx'

/** Where an address without a page leads: how to set up, or the schools of the account. */
export function StartPage() {
  const say = useSay()
  const session = useQuery(sessionQuery)
  return (
    <Frame account={session.data === undefined ? undefined : <AccountMenu session={session.data} />}>
      <Answer query={session}>
        {({ setUp, schools }) =>
          setUp === 'needed' ? (
            <Page title={say('start.set_up_title')}>
              <p>{say('start.set_up_where')}</p>
              <p>{say('start.set_up_why')}</p>
            </Page>
          ) : (
            <Page title={say('start.schools_title')}>
              {schools.length === 0 && (
                <EmptyState title={say('start.no_schools')}>
                  <p>{say('start.no_schools_cure')}</p>
                </EmptyState>
              )}
              <ul className="lines">
                {schools.map((school) => (
                  <li key={school.code}>
                    <Link to="/s/$school" params={{ school: school.code }}>
                      {school.name}
                    </Link>
                    <span className="muted">{say.message('role', { code: school.role, params: {} })}</span>
                  </li>
                ))}
              </ul>
            </Page>
          )
        }
      </Answer>
    </Frame>
  )
}

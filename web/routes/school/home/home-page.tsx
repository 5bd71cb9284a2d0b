import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Home } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { HomeStep } from './home-step.tsx'
import { NeedsYou } from './needs-you.tsx'

/** Whether there is anything to do, in one sentence, and the school in numbers. */
export function HomePage() {
  const say = useSay()
  const school = useSchool()
  const home = useQuery(apiQuery('home.read', { params: { school: school.code } }))
  return (
    <Page title={say('shell.home')}>
      <Answer query={home}>{(data) => <HomeOf home={data} />}</Answer>
    </Page>
  )
}

function HomeOf({ home }: { readonly home: Home }) {
  const say = useSay()
  const school = useSchool()
  const maySync = useMay('run.start')
  return (
    <>
      <HomeStep home={home} />
      {home.checkPupilsAgain && maySync && (
        <Banner kind="notice" title={say('home_page.check_again')}>
          <p>{say('home_page.check_again_why')}</p>
        </Banner>
      )}
      {maySync && <NeedsYou tiles={home.tiles} />}
      <h2>{say('home_page.in_your_school')}</h2>
      <Tiles tiles={home.tiles} />
      {!maySync && (
        <p className="muted">{say('home_page.read_only', { role: say.message('role', { code: school.role, params: {} }) ?? '' })}</p>
      )}
    </>
  )
}

function Tiles({ tiles }: { readonly tiles: Home['tiles'] }) {
  const say = useSay()
  const { code: school } = useSchool()
  const params = { school }
  return (
    <ul className="tiles">
      <li className="tile">
        <Link to="/s/$school/people/pupils" params={params} className="tile-label">
          {say('home_page.pupils')}
        </Link>
        <span className="tile-number">{say.number(tiles.pupils)}</span>
        <span className="muted">{say('home_page.synced', { count: tiles.pupilsSynced })}</span>
      </li>
      <li className="tile">
        <Link to="/s/$school/people/teachers" params={params} className="tile-label">
          {say('home_page.staff')}
        </Link>
        <span className="tile-number">{say.number(tiles.staff)}</span>
        <span className="muted">{say('home_page.synced', { count: tiles.staffSynced })}</span>
      </li>
      <li className="tile">
        <Link to="/s/$school/classes" params={params} className="tile-label">
          {say('home_page.classes')}
        </Link>
        <span className="tile-number">{say.number(tiles.classes)}</span>
        <span className="muted">{say('home_page.year_groups', { count: tiles.yearGroups })}</span>
      </li>
      <li className="tile">
        <Link to="/s/$school/people/leavers" params={params} className="tile-label">
          {say('home_page.leavers')}
        </Link>
        <span className="tile-number">{say.number(tiles.leavers)}</span>
        <span className="muted">{say('home_page.leavers_kept')}</span>
      </li>
    </ul>
  )
}

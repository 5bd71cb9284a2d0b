import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Home } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { CountTile, CountTiles } from '../../../kit/count-tile.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { HomeChecks } from './home-checks.tsx'
import { HomeRuns } from './home-runs.tsx'
import { HomeStep } from './home-step.tsx'
import { NeedsYou } from './needs-you.tsx'
import { OwnAccess } from './own-access.tsx'
import { SanityChecks } from './sanity-checks.tsx'

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
  const mayReadPeople = useMay('people.read')
  const mayReadRuns = useMay('history.read')
  const mayAsk = useMay('access.ask')
  return (
    <>
      <HomeStep home={home} />
      {home.checkPupilsAgain && maySync && (
        <Banner kind="notice" title={say('home_page.check_again')}>
          <p>{say('home_page.check_again_why')}</p>
        </Banner>
      )}
      {maySync && <NeedsYou home={home} />}
      {mayAsk && <OwnAccess />}
      <HomeChecks home={home} />
      <h2>{say('home_page.in_your_school')}</h2>
      <Tiles tiles={home.tiles} />
      {mayReadPeople && <SanityChecks />}
      {mayReadRuns && <HomeRuns />}
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
    <CountTiles>
      <CountTile
        label={
          <Link to="/s/$school/people/pupils" params={params}>
            {say('home_page.pupils')}
          </Link>
        }
        count={tiles.pupils}
        note={say('home_page.synced', { count: tiles.pupilsSynced })}
      />
      <CountTile
        label={
          <Link to="/s/$school/people/teachers" params={params}>
            {say('home_page.staff')}
          </Link>
        }
        count={tiles.staff}
        note={say('home_page.synced', { count: tiles.staffSynced })}
      />
      <CountTile
        label={
          <Link to="/s/$school/classes" params={params}>
            {say('home_page.classes')}
          </Link>
        }
        count={tiles.classes}
        note={say('home_page.year_groups', { count: tiles.yearGroups })}
      />
      <CountTile
        label={
          <Link to="/s/$school/people/leavers" params={params}>
            {say('home_page.leavers')}
          </Link>
        }
        count={tiles.leavers}
        note={say('home_page.leavers_kept')}
      />
    </CountTiles>
  )
}

import { Link } from '@tanstack/react-router'
import type { Home, Panel } from '../../../../src/contract/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

/** What waits for a person, each with the way to the rows it is about. Nothing waits: nothing is shown, the sentence above says so. */
export function NeedsYou({ home }: { readonly home: Home }) {
  const say = useSay()
  const { code: school } = useSchool()
  const params = { school }
  const { tiles, holds, waiting } = home
  if (tiles.needsDecision + tiles.errors + tiles.messagesHeld + holds + home.accessRequests === 0) return null
  const others = tiles.errors - waiting.pupilErrors - waiting.staffErrors
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">{say('home_page.needs_you')}</h2>
      <ul className="lines">
        {holds > 0 && (
          <li>
            {say('home_page.on_hold', { count: holds })}
            <Link to="/s/$school/holds" params={params}>
              {say('home_page.holds')}
            </Link>
          </li>
        )}
        <Rows home={home} panel="pupils" show="needs_decision" count={waiting.pupils} />
        <Rows home={home} panel="staff" show="needs_decision" count={waiting.staff} />
        <Rows home={home} panel="pupils" show="errors" count={waiting.pupilErrors} />
        <Rows home={home} panel="staff" show="errors" count={waiting.staffErrors} />
        {others > 0 && (
          <li>
            {say('home_page.rows_unused', { count: others })}
            <Link to="/s/$school/sync" params={params}>
              {say('home_page.see_why_rows')}
            </Link>
          </li>
        )}
        {home.accessRequests > 0 && (
          <li>
            {say('home_page.access_requests', { count: home.accessRequests })}
            <Link to="/s/$school/people/access" params={params}>
              {say('home_page.see_access')}
            </Link>
          </li>
        )}
        {tiles.messagesHeld > 0 && (
          <li>
            {say('home_page.messages', { count: tiles.messagesHeld })}
            <Link to="/s/$school/settings/messages" params={params}>
              {say('home_page.see_messages')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

interface RowsOfPanel {
  readonly home: Home
  readonly panel: Extract<Panel, 'pupils' | 'staff'>
  readonly show: 'needs_decision' | 'errors'
  readonly count: number
}

/** So many rows of a table, and the way to exactly those; before its step may be opened, to the steps. */
function Rows({ home: { openRun }, panel, show, count }: RowsOfPanel) {
  const say = useSay()
  const { code: school } = useSchool()
  if (count === 0) return null
  const words = say(show === 'errors' ? 'home_page.see_why' : 'home_page.decide')
  const who = <span className="visually-hidden"> {say(`home_page.${show}_${panel}`, { count })}</span>
  const isOpen = openRun?.state === 'reviewing' && openRun.openPanels.includes(panel)
  return (
    <li>
      {say(`home_page.${show}_${panel}`, { count })}
      {isOpen ? (
        <Link to={panel === 'staff' ? '/s/$school/sync/staff' : '/s/$school/sync/pupils'} params={{ school }} search={{ show }}>
          {words}
          {who}
        </Link>
      ) : (
        <Link to="/s/$school/sync" params={{ school }}>
          {words}
          {who}
        </Link>
      )}
    </li>
  )
}

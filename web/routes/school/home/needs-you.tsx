import { Link } from '@tanstack/react-router'
import type { Home } from '../../../../src/contract/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

/** What waits for a person, each with the way there. Nothing waits: nothing is shown, the sentence above says so. */
export function NeedsYou({ tiles }: { readonly tiles: Home['tiles'] }) {
  const say = useSay()
  const { code: school } = useSchool()
  const params = { school }
  if (tiles.needsDecision + tiles.errors + tiles.messagesHeld === 0) return null
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">{say('home_page.needs_you')}</h2>
      <ul className="lines">
        {tiles.needsDecision > 0 && (
          <li>
            {say('home_page.need_decision', { count: tiles.needsDecision })}
            <Link to="/s/$school/sync" params={params}>
              {say('home_page.decide')}
            </Link>
          </li>
        )}
        {tiles.errors > 0 && (
          <li>
            {say('home_page.errors', { count: tiles.errors })}
            <Link to="/s/$school/sync" params={params}>
              {say('home_page.see_why')}
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

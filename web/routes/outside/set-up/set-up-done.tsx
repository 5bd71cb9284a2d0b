import { Link } from '@tanstack/react-router'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import type { StartKind } from './set-up-form.ts'

/** Set-up is done, and where to go now. */
export function SetUpDone({ done, kind }: { readonly done: RouteAnswer<'setUp.finish'>; readonly kind: StartKind | null }) {
  const say = useSay()
  const { school, session } = done
  return (
    <Page title={say('set_up.done')} kicker={say('set_up.step_of', { step: 4 })}>
      <p>{say(`set_up.done.${kind ?? 'school'}`)}</p>
      {kind === 'group' && (
        <ul className="lines">
          {session.schools.map((it) => (
            <li key={it.code}>
              <Link to="/s/$school" params={{ school: it.code }}>
                {it.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {kind !== 'group' && (
        <div className="buttons">
          {kind === 'school' && (
            <LinkButton to="/s/$school/sync/connect" params={{ school }}>
              {say('set_up.upload')}
            </LinkButton>
          )}
          <LinkButton kind={kind === 'school' ? 'secondary' : 'primary'} to="/s/$school" params={{ school }}>
            {say('kit.go_home')}
          </LinkButton>
        </div>
      )}
    </Page>
  )
}

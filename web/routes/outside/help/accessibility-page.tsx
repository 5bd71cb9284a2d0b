import { useQuery } from '@tanstack/react-query'
import type { MessageKey } from '../../../../src/wording/index.ts'
import { sessionQuery } from '../../../api/client.ts'
import { AccountMenu } from '../../../kit/account-menu.tsx'
import { Frame } from '../../../kit/frame.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'

const PARTS: readonly { readonly words: MessageKey; readonly says: readonly MessageKey[] }[] = [
  {
    words: 'accessibility.aim',
    says: [
      'accessibility.aim.level',
      'accessibility.aim.keys',
      'accessibility.aim.narrow',
      'accessibility.aim.colours',
      'accessibility.aim.still',
    ],
  },
  { words: 'accessibility.tested', says: ['accessibility.tested.program', 'accessibility.tested.keys', 'accessibility.tested.people'] },
  {
    words: 'accessibility.known',
    says: [
      'accessibility.known.script',
      'accessibility.known.language',
      'accessibility.known.docs',
      'accessibility.known.files',
      'accessibility.known.release',
    ],
  },
  { words: 'accessibility.tell', says: ['accessibility.tell.who'] },
]

/** The accessibility statement. */
export function AccessibilityPage() {
  const say = useSay()
  const { data: session } = useQuery(sessionQuery)
  return (
    <Frame isWide account={session === undefined ? undefined : <AccountMenu session={session} />}>
      <Page title={say('accessibility.title')} lead={say('accessibility.lead')}>
        {PARTS.map(({ words, says }) => (
          <section key={words} aria-labelledby={words}>
            <h2 id={words}>{say(words)}</h2>
            <ul>
              {says.map((it) => (
                <li key={it}>{say(it)}</li>
              ))}
            </ul>
          </section>
        ))}
      </Page>
    </Frame>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Session } from '../../../../src/contract/index.ts'
import type { MessageKey } from '../../../../src/wording/index.ts'
import { sessionQuery } from '../../../api/client.ts'
import { InSchool } from '../../../api/school.tsx'
import { AccountMenu } from '../../../kit/account-menu.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Frame } from '../../../kit/frame.tsx'
import { Page } from '../../../kit/page.tsx'
import { StatusTag } from '../../../kit/status-tag.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'
import { KeyList } from '../../key-list.tsx'
import { readHelpSearch } from './help-search.ts'
import { WhoCanHelp } from './who-can-help.tsx'

const STATUSES = [
  { status: 'not_matched', means: 'help.statuses.not_matched' },
  { status: 'new', means: 'help.statuses.new' },
  { status: 'matched', means: 'help.statuses.matched' },
  { status: 'may_match', means: 'help.statuses.may_match' },
  { status: 'synced', means: 'help.statuses.synced' },
  { status: 'desynced', means: 'help.statuses.desynced' },
  { status: 'error', means: 'help.statuses.error' },
] as const

/** What is said about each place of a school, by the place in the address that *Help* leads to from there. */
const PLACES: readonly { readonly id: string; readonly words: MessageKey; readonly says: readonly MessageKey[] }[] = [
  { id: 'home', words: 'help.home', says: ['help.home.first', 'help.home.check', 'help.home.checks'] },
  {
    id: 'sync',
    words: 'help.sync',
    says: ['help.sync.steps', 'help.sync.nothing', 'help.sync.undecided', 'help.sync.hold', 'help.sync.saved'],
  },
  {
    id: 'people',
    words: 'help.people',
    says: ['help.people.leavers', 'help.people.missing', 'help.people.why', 'help.people.duplicates'],
  },
  { id: 'classes', words: 'help.classes', says: ['help.classes.what', 'help.classes.emptied'] },
  { id: 'history', words: 'help.history', says: ['help.history.what', 'help.history.undo', 'help.history.discarded'] },
  { id: 'settings', words: 'help.settings', says: ['help.settings.schedule', 'help.settings.limits', 'help.settings.team'] },
]

/** The help (S-20), in the words of the school that it was opened from, with who can help there. */
export function HelpPage() {
  const session = useQuery(sessionQuery)
  return (
    <Frame isWide account={session.data === undefined ? undefined : <AccountMenu session={session.data} />}>
      <Answer query={session}>{(it) => <HelpFor session={it} />}</Answer>
    </Frame>
  )
}

function HelpFor({ session }: { readonly session: Session }) {
  const { school: code } = readHelpSearch(useSearch({ strict: false }))
  const [first, ...others] = session.schools
  const school = session.schools.find((it) => it.code === code) ?? (others.length === 0 ? first : undefined)
  const texts = <HelpTexts isSignedIn={session.account !== null} />
  return school === undefined ? texts : <InSchool school={school}>{texts}</InSchool>
}

function HelpTexts({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const say = useSay()
  const contents: readonly (readonly [string, MessageKey])[] = [
    ['who', 'help.who'],
    ['statuses', 'help.statuses'],
    ...PLACES.map(({ id, words }) => [id, words] as const),
    ['keys', 'help.keys'],
  ]
  return (
    <Page title={say('help.title')} lead={say('help.lead')}>
      <nav aria-label={say('help.contents')}>
        <ul>
          {contents.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{say(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="who">{say('help.who')}</h2>
      <WhoCanHelp isSignedIn={isSignedIn} />
      <h2 id="statuses">{say('help.statuses')}</h2>
      <SummaryList rows={STATUSES.map(({ status, means }) => ({ key: status, name: <StatusTag status={status} />, value: say(means) }))} />
      {PLACES.map(({ id, words, says }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{say(words)}</h2>
          {says.map((it) => (
            <p key={it}>{say(it)}</p>
          ))}
        </section>
      ))}
      <h2 id="keys">{say('help.keys')}</h2>
      <p>{say('shortcuts.lead')}</p>
      <KeyList />
    </Page>
  )
}

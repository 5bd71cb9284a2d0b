import type { MyAccount } from '../../../../src/contract/index.ts'
import { useSay } from '../../../words.tsx'
import { ownTimeZone } from './own-time-zone.ts'

/** The last that happened to the account, newest first. */
export function AccountEvents({ events }: Pick<MyAccount, 'events'>) {
  const say = useSay()
  return (
    <section className="section" aria-labelledby="events-title">
      <h2 id="events-title">{say('account.events_title')}</h2>
      {events.length === 0 && <p>{say('account.no_events')}</p>}
      <ul className="lines">
        {events.map((it, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may happen in the same moment, and the list is only shown
          <li key={at}>
            {say(`account.event.${it.kind}`)} <span className="muted">{say.instant(it.at, ownTimeZone())}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

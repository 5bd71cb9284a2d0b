import type { Home } from '../../../../src/contract/index.ts'
import { Tag } from '../../../kit/tag.tsx'
import { useSay } from '../../../words.tsx'

/** The word for how the sync stands: what it means, the next step and whose job that is, and what Error and Warning mean. */
export function HomeStatus({ status }: Pick<Home, 'status'>) {
  const say = useSay()
  return (
    <>
      <p>
        <Tag>{say(`home_status.word.${status}`)}</Tag> {say(`home_status.means.${status}`)}
      </p>
      <dl className="status-facts">
        <div>
          <dt>{say('home_status.next_step')}</dt>
          <dd>{say(`home_status.next.${status}`)}</dd>
        </div>
        <div>
          <dt>{say('home_status.owner')}</dt>
          <dd>{say(`home_status.owner.${status}`)}</dd>
        </div>
      </dl>
      <details className="as-of">
        <summary>{say('home_status.words')}</summary>
        <p>{say('home_status.error')}</p>
        <p>{say('home_status.warning')}</p>
      </details>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewRowDetails, RowFilter, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import type { ReviewSearch } from '../search.ts'
import type { Kind } from './rows-query.ts'

/** What the table shows when *Sync all e-mail addresses* is asked for. */
interface Shown {
  readonly run: RunDetails
  readonly kind: Kind
  readonly filter: RowFilter
  readonly search: ReviewSearch
}

/** How many would be written to, and whose address may not be their own: nothing can be called back (UX, risky actions). */
export function EmailAllDialog({ onUse, onClose, ...shown }: Shown & { onUse(): void; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const query = { ...withinOf(shown), filter: shown.filter }
  const counts = useQuery(apiQuery('runs.counts', { params: { school, run: shown.run.id }, query }))
  const count = counts.data?.addresses ?? 0
  return (
    <Dialog title={counts.data === undefined ? say('review.all.sync_email') : say('review.all.email_title', { count })} onClose={onClose}>
      <Answer query={counts}>
        {({ doubtfulAddresses }) => (
          <>
            <p>{say('review.all.email_body')}</p>
            <p>{say('review.all.email_wait')}</p>
            {doubtfulAddresses > 0 && <Doubtful {...shown} count={doubtfulAddresses} />}
          </>
        )}
      </Answer>
      <div className="buttons">
        <Button kind="secondary" aria-disabled={count === 0 ? true : undefined} onClick={onUse}>
          {say('review.all.email_do', { count })}
        </Button>
        <Button data-first-focus onClick={onClose}>
          {say('review.all.email_none')}
        </Button>
      </div>
    </Dialog>
  )
}

function Doubtful({ count, ...shown }: Shown & { readonly count: number }) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  return (
    <div className="banner">
      <p>{say('review.all.email_doubt', { count })}</p>
      <Button kind="quiet" isSmall aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {say('review.all.email_see')}
      </Button>
      {isShown && <DoubtfulList {...shown} />}
    </div>
  )
}

function DoubtfulList(shown: Shown) {
  const say = useSay()
  const { code: school } = useSchool()
  const query = { ...withinOf(shown), filter: 'doubtful_address', limit: 100 } as const
  const rows = useQuery(apiQuery('runs.rows', { params: { school, run: shown.run.id }, query }))
  return (
    <Answer query={rows}>
      {({ items }) => (
        <ul>
          {items
            .filter((it) => isShown(it, shown.filter))
            .map((it) => (
              <li key={it.id}>
                {it.there?.name}: {it.there?.email}{' '}
                {it.warnings
                  .flatMap((warning) => (warning.code.startsWith('guard.email_') ? [say.message('match', warning) ?? ''] : []))
                  .join(' ')}
              </li>
            ))}
        </ul>
      )}
    </Answer>
  )
}

function withinOf({ kind, search }: Shown) {
  return { kind, q: search.q, yearGroup: search.year, registrationClass: search.class }
}

/** Whether the table shows a row under a filter, among those that have an address to tick. */
function isShown(row: ReviewRowDetails, filter: RowFilter): boolean {
  if (filter === 'all' || filter === 'doubtful_address') return true
  if (filter === 'needs_decision') return row.needsDecision
  if (filter === 'errors') return row.error !== null
  if (filter === 'ignored') return row.setAside === 'ever'
  return filter === 'left_out' ? !row.willImport && (row.status === 'new' || row.status === 'matched') : row.status === filter
}

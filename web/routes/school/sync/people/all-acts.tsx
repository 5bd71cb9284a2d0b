import { useState } from 'react'
import type { RowCountsAnswer, RowFilter, RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import type { ReviewSearch } from '../search.ts'
import { EmailAllDialog } from './email-all-dialog.tsx'
import type { Kind } from './rows-query.ts'

/** An act on everything that the filter shows. */
export type AllAct = 'import' | 'leave_out' | 'sync_email' | 'no_email'

const WITH_NEW: readonly RowFilter[] = ['all', 'new']

/** *Select all* and *Sync all e-mail addresses*: on the whole filter, not the page, and they say how many that is. */
export function AllActs({
  kind,
  filter,
  counts,
  hasEmails,
  run,
  search,
  onAct,
}: {
  readonly kind: Kind
  readonly filter: RowFilter
  readonly counts: RowCountsAnswer
  readonly hasEmails: boolean
  readonly run: RunDetails
  readonly search: ReviewSearch
  onAct(act: AllAct): void
}) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const arriving = counts.importable
  const hasNew = WITH_NEW.includes(filter) && arriving > 0
  const what = say(kind === 'pupil' ? 'review.all.pupils' : 'review.all.staff')
  if (!hasNew && !hasEmails) return null
  return (
    <div className="all-acts">
      {hasNew && (
        <p>
          <span>{say('review.all.importing', { count: counts.importing, of: arriving })}</span>
          <Button kind="secondary" isSmall onClick={() => onAct('import')}>
            {say('review.all.import', { count: arriving, what })}
          </Button>
          <Button kind="secondary" isSmall onClick={() => onAct('leave_out')}>
            {say('review.all.leave_out')}
          </Button>
        </p>
      )}
      {hasEmails && (
        <p>
          <span>{say('review.all.emails', { count: counts.emails })}</span>
          <Button kind="secondary" isSmall onClick={() => setAsking(true)}>
            {say('review.all.sync_email')}
          </Button>
          <Button kind="secondary" isSmall onClick={() => onAct('no_email')}>
            {say('review.all.no_email')}
          </Button>
        </p>
      )}
      {isAsking && (
        <EmailAllDialog
          run={run}
          kind={kind}
          filter={filter}
          search={search}
          onClose={() => setAsking(false)}
          onUse={() => {
            setAsking(false)
            onAct('sync_email')
          }}
        />
      )}
    </div>
  )
}

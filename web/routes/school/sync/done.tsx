import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { saveText } from '../../../kit/save-text.ts'
import { useSay } from '../../../words.tsx'
import { UndoDialog } from '../undo-dialog.tsx'
import { ErrorsByCause } from './errors-by-cause.tsx'
import { RestWaits } from './first/rest-waits.tsx'
import { NightlyChecks } from './nightly-checks.tsx'
import { receiptOf } from './receipt.ts'
import { RunRefused } from './run/run-refused.tsx'
import { SyncLink } from './run/sync-link.tsx'
import { useRun } from './run/use-run.ts'
import './sync.css'

/** What a sync came to (UX C12). Its address always shows the same run. */
export function SyncDone() {
  const say = useSay()
  const { run, error } = useRun()
  if (error !== null && run === undefined) return <RunRefused error={error} />
  if (run === undefined)
    return (
      <Page title={say('sync.done.title')}>
        <Loading />
      </Page>
    )
  if (run === null || !['applied', 'undone'].includes(run.state))
    return (
      <Page title={say('sync.title')}>
        <p>{say('sync.done.not_yet')}</p>
        <SyncLink to="" kind="primary">
          {say('sync.title')}
        </SyncLink>
      </Page>
    )
  return <Finished run={run} />
}

function Finished({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { timeZone, code: school, name } = useSchool()
  const maySync = useMay('run.read')
  const { counts, groups, seconds, mayUndoUntil, undoKept, undoCannot } = run
  const title = say(run.purpose === 'undo' ? 'sync.done.undo_title' : run.firstOf === null ? 'sync.done.title' : 'first.done')
  const reference = run.id.slice(-8).toUpperCase()
  const saveReceipt = (): void =>
    saveText(receiptOf(say, run, { name, timeZone }), { name: say('sync.done.receipt_name', { reference }), type: 'text/plain' })
  const hasChanges = counts !== null && counts.created + counts.linked + counts.updated + counts.desynced > 0
  return (
    <Page title={title} tabTitle={say('sync.done.tab', { title })} lead={say('sync.done.reference', { reference })}>
      <div className="banner banner-done">
        {run.purpose === 'undo' ? null : counts === null || !hasChanges ? (
          <p>{say(mayUndoUntil === null ? 'sync.done.no_changes' : 'sync.done.no_people')}</p>
        ) : (
          <p>
            <b>{say('sync.done.people', counts)}</b>
          </p>
        )}
        {groups !== null && groups > 0 && <p>{say('sync.done.groups', { count: groups })}</p>}
        {counts !== null && counts.unchanged > 0 && <p>{say('sync.done.unchanged', { count: counts.unchanged })}</p>}
        {undoKept !== null && undoKept > 0 && <p>{say('sync.done.kept', { count: undoKept })}</p>}
        {undoCannot !== null && undoCannot > 0 && <p>{say('sync.done.cannot', { count: undoCannot })}</p>}
        {seconds !== null && <p>{say('sync.done.seconds', { count: Math.max(1, Math.round(seconds)) })}</p>}
        {run.undoneBy !== null && <p>{say('sync.done.undone')}</p>}
      </div>
      {run.firstOf !== null && maySync && <RestWaits firstOf={run.firstOf} />}
      <NextSteps run={run} />
      {run.purpose === 'sync' && run.firstOf === null && run.undoneBy === null && <NightlyChecks />}
      {run.purpose === 'sync' && maySync && <ErrorsByCause run={run} />}
      {mayUndoUntil !== null && run.undoneBy === null && <p>{say('sync.done.undo_until', { at: say.instant(mayUndoUntil, timeZone) })}</p>}
      <div className="buttons">
        <LinkButton to="/s/$school" params={{ school }}>
          {say('sync.done.home')}
        </LinkButton>
        <Link to="/s/$school/history/$run" params={{ school, run: run.id }}>
          {say('sync.done.changes')}
        </Link>
        <Button kind="quiet" onClick={saveReceipt}>
          {say('sync.done.receipt')}
        </Button>
        {mayUndoUntil !== null && run.undoneBy === null && <UndoRun run={run} />}
      </div>
    </Page>
  )
}

function NextSteps({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { messagesHeld, counts, rows, scope } = run
  const isGroups = scope === 'year_groups' || scope === 'registration_classes'
  const steps = [
    messagesHeld > 0 && (
      <Link key="messages" to="/s/$school/settings/messages" params={{ school }}>
        {say('sync.done.messages', { count: messagesHeld })}
      </Link>
    ),
    counts !== null && counts.desynced > 0 && run.purpose === 'sync' && (
      <Link key="leavers" to="/s/$school/people/leavers" params={{ school }}>
        {say('sync.done.leavers', { count: counts.desynced })}
      </Link>
    ),
    rows !== null && rows.rejected > 0 && (
      <Link key="problems" to="/s/$school/history/$run" params={{ school, run: run.id }}>
        {say('sync.done.problems', { count: rows.rejected })}
      </Link>
    ),
    isGroups && (
      <SyncLink key="pupils" to="">
        {say('sync.done.pupils_again')}
      </SyncLink>
    ),
  ].filter((it) => it !== false)
  if (steps.length === 0) return null
  return (
    <section>
      <h2>{say('sync.done.next')}</h2>
      <ul>
        {steps.map((it) => (
          <li key={it.key}>{it}</li>
        ))}
      </ul>
    </section>
  )
}

/** Offers to take the sync back. */
function UndoRun({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  if (!useMay('run.undo')) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {say('sync.done.undo')}
      </Button>
      {isAsking && <UndoDialog run={run} onClose={() => setAsking(false)} />}
    </>
  )
}

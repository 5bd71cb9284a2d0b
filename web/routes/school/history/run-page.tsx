import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Page } from '../../../kit/page.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'
import { readChangesSearch } from '../list-search.ts'
import { ReopenRun } from './reopen-run.tsx'
import { RunChanges } from './run-changes.tsx'
import { runCounts, runTitle, runTook } from './run-columns.tsx'
import { UndoRun } from './undo-run.tsx'

/** One run: what came of it, every change, and taking it back. */
export function RunPage() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const id = useParams({ strict: false }).run ?? ''
  const search = readChangesSearch(useSearch({ strict: false }))
  const run = useQuery(apiQuery('runs.read', { params: { school, run: id } }))
  const title = run.data === undefined ? say('history.one') : `${runTitle(run.data, say)}, ${say.instant(run.data.createdAt, timeZone)}`
  return (
    <Page
      title={title}
      kicker={
        <Link to="/s/$school/history" params={{ school }}>
          {say('shell.history')}
        </Link>
      }
    >
      <Answer query={run} loading={say('history.loading_one')}>
        {(it) => (
          <>
            <RunSummary run={it} />
            <UndoRun run={it} />
            <ReopenRun run={it} />
            {(it.state === 'applied' || it.state === 'undone') && <RunChanges run={it} search={search} />}
          </>
        )}
      </Answer>
    </Page>
  )
}

function RunSummary({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const maySync = useMay('run.read')
  const facts = [
    { key: 'state', name: say('history.state'), value: say(`history.state.${run.state}`) },
    { key: 'by', name: say('history.by'), value: run.actor },
    { key: 'data', name: say('history.data'), value: run.dataFrom === null ? null : say.instant(run.dataFrom, timeZone) },
    { key: 'people', name: say('history.people'), value: runCounts(run, say) },
    { key: 'took', name: say('history.took'), value: runTook(run, say) },
    {
      key: 'rejected',
      name: say('history.rejected'),
      value: run.rows === null || run.rows.rejected === 0 ? null : say.number(run.rows.rejected),
    },
    { key: 'kept', name: say('history.undo_kept'), value: run.undoKept === null ? null : say.number(run.undoKept) },
    { key: 'cannot', name: say('history.undo_cannot'), value: run.undoCannot === null ? null : say.number(run.undoCannot) },
    { key: 'messages', name: say('history.messages'), value: run.messagesHeld === 0 ? null : say.number(run.messagesHeld) },
    {
      key: 'undoes',
      name: say('history.undoes'),
      value: run.undoesRun === null ? null : <RunLink run={run.undoesRun} words={say('history.that_sync')} />,
    },
    {
      key: 'undone',
      name: say('history.undone_by'),
      value: run.undoneBy === null ? null : <RunLink run={run.undoneBy} words={say('history.that_undo')} />,
    },
  ]
  const isOpen =
    (run.purpose === 'sync' || run.purpose === 'undo') &&
    ['queued', 'reading', 'matching', 'reviewing', 'ready', 'held', 'applying'].includes(run.state)
  return (
    <>
      {run.failure !== null && (
        <Banner kind="problem" title={run.failure.title}>
          <p>{run.failure.cure}</p>
        </Banner>
      )}
      {isOpen && maySync && (
        <Banner kind="notice">
          <Link to="/s/$school/sync" params={{ school }} search={{ run: run.id }}>
            {say('history.still_open')}
          </Link>
        </Banner>
      )}
      <SummaryList rows={facts.filter((it) => it.value !== null)} />
    </>
  )
}

function RunLink({ run, words }: { readonly run: string; readonly words: string }) {
  const { code: school } = useSchool()
  return (
    <Link to="/s/$school/history/$run" params={{ school, run }}>
      {words}
    </Link>
  )
}

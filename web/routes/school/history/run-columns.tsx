import { Link } from '@tanstack/react-router'
import type { RunDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import type { Column } from '../../../kit/list-table.tsx'
import { Tag } from '../../../kit/tag.tsx'

interface Around {
  readonly school: string
  readonly timeZone: string
  readonly say: Say
}

/** The columns of the history. */
export function runColumns({ school, timeZone, say }: Around): readonly Column<RunDetails>[] {
  return [
    {
      key: 'at',
      heading: say('history.when'),
      cell: (it) => (
        <Link to="/s/$school/history/$run" params={{ school, run: it.id }}>
          {say.instant(it.createdAt, timeZone)}
        </Link>
      ),
    },
    { key: 'what', heading: say('history.what'), cell: (it) => runTitle(it, say) },
    { key: 'by', heading: say('history.by'), cell: (it) => it.actor },
    { key: 'state', heading: say('history.state'), cell: (it) => <Tag>{say(`history.state.${it.state}`)}</Tag> },
    { key: 'counts', heading: say('history.changes'), cell: (it) => runCounts(it, say) },
    { key: 'took', heading: say('history.took'), isNumber: true, cell: (it) => runTook(it, say) },
  ]
}

/** What the columns say of a run, as texts for a file. */
export function runTexts(run: RunDetails, { timeZone, say }: { readonly timeZone: string; readonly say: Say }): readonly (string | null)[] {
  const texts = [say.instant(run.createdAt, timeZone), runTitle(run, say), run.actor, say(`history.state.${run.state}`)]
  return [...texts, runCounts(run, say), runTook(run, say)]
}

/** What a run was for. */
export function runTitle(run: RunDetails, say: Say): string {
  if (run.onlyPerson !== null) return say('history.purpose.undo_person')
  if (run.purpose !== 'sync') return say(`history.purpose.${run.purpose}`)
  return run.firstOf === null ? say(`history.scope.${run.scope}`) : say('history.first_part')
}

/** What a run changed, in a line of words. */
export function runCounts({ counts }: RunDetails, say: Say): string | null {
  if (counts === null) return null
  const parts = (['created', 'linked', 'updated', 'desynced'] as const)
    .filter((it) => counts[it] > 0)
    .map((it) => say(`history.count.${it}`, { count: counts[it] }))
  return parts.length === 0 ? say('history.no_changes') : parts.join(', ')
}

/** How long a run took. */
export function runTook({ seconds }: RunDetails, say: Say): string | null {
  return seconds === null ? null : say('history.seconds', { count: Math.max(1, Math.round(seconds)) })
}

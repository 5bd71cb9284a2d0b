import { useQuery } from '@tanstack/react-query'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { useSay } from '../../../words.tsx'
import { runColumns } from '../history/run-columns.tsx'

const SHOWN_MAX = 30

/** The last runs as a strip of bars, and as the table that says the same. */
export function HomeRuns() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const runs = useQuery(apiQuery('runs.list', { params: { school }, query: { limit: SHOWN_MAX } }))
  return (
    <section aria-labelledby="last-runs">
      <h2 id="last-runs">{say('home_runs.title')}</h2>
      <Answer query={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say('home_runs.none')}</p>
          ) : (
            <>
              <Strip runs={items} />
              <p className="muted">{say('home_runs.summary', countsOf(items))}</p>
              <details className="as-of">
                <summary>{say('home_runs.as_table')}</summary>
                <ListTable
                  caption={say('home_runs.caption')}
                  columns={runColumns({ school, timeZone, say })}
                  rows={items}
                  keyOf={(it) => it.id}
                />
              </details>
            </>
          )
        }
      </Answer>
    </section>
  )
}

/** Decoration: the sentence and the table beside it say what it shows. The oldest stands first. */
function Strip({ runs }: { readonly runs: readonly RunDetails[] }) {
  const most = Math.max(1, ...runs.map(changesOf))
  return (
    <div className="run-strip" aria-hidden="true">
      {runs.toReversed().map((run) => (
        <span
          key={run.id}
          className={`run-bar run-${run.state === 'applied' ? 'applied' : run.state === 'failed' ? 'failed' : 'other'}`}
          // a share of the most: large syncs do not hide the small ones
          style={{ blockSize: `${12 + 88 * Math.sqrt(changesOf(run) / most)}%` }}
        />
      ))}
    </div>
  )
}

function changesOf({ counts, groups }: RunDetails): number {
  const people = counts === null ? 0 : counts.created + counts.linked + counts.updated + counts.desynced
  return people + (groups ?? 0)
}

function countsOf(runs: readonly RunDetails[]) {
  const [applied, failed] = (['applied', 'failed'] as const).map((state) => runs.filter((it) => it.state === state).length)
  return { count: runs.length, applied: applied ?? 0, failed: failed ?? 0, other: runs.length - (applied ?? 0) - (failed ?? 0) }
}

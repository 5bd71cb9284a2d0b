import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RouteAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import type { Intent } from './queue-state.ts'
import type { RunQueue } from './run-queue.ts'
import type { ReadList } from './use-review-list.ts'

/** Rows like the one that was decided last, and what was said about it. */
export interface Alike {
  readonly act: 'same' | 'different'
  readonly found: RouteAnswer<'runs.alike'>
}

/** Looks for rows with exactly the same evidence once a May match is decided. Null: there are none, or it was not the last act. */
export function useAlike(run: RunDetails, runQueue: RunQueue, list: ReadList): Alike | null {
  const { code: school } = useSchool()
  const [last, setLast] = useState<{ readonly act: Alike['act']; readonly pattern: string; readonly version: number } | null>(null)
  const rows = useRef(list.rows)
  useEffect(() => {
    rows.current = list.rows
  })
  useEffect(
    () =>
      runQueue.onSaved(({ intent }, { version }) => {
        const shared = sharedAct(intent)
        const pattern = rows.current.find((it) => it.id === shared?.row)?.pattern ?? null
        setLast(shared === null || pattern === null ? null : { act: shared.act, pattern, version })
      }),
    [runQueue],
  )
  const { data } = useQuery({
    queryKey: ['runs.alike', { params: { school, run: run.id } }, last?.pattern, last?.version],
    queryFn: async ({ signal }) => {
      const found = await call('runs.alike', { params: { school, run: run.id }, query: { pattern: last?.pattern ?? '' }, signal })
      runQueue.noteSeen(found.rows, found.version)
      return found
    },
    enabled: last !== null,
    gcTime: 0,
  })
  return last === null || data === undefined || data.rows.length === 0 ? null : { act: last.act, found: data }
}

/** What was said about one row, where others may share it. */
function sharedAct(intent: Intent): { readonly row: string; readonly act: Alike['act'] } | null {
  if (intent.kind !== 'rows' || intent.decisions.length !== 1) return null
  const [{ row, act } = { row: '', act: 'match' as const }] = intent.decisions
  return act === 'same' || act === 'different' ? { row, act } : null
}

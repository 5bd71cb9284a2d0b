import { useState } from 'react'
import type { ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { saveText } from '../../../../kit/save-text.ts'
import { useSay } from '../../../../words.tsx'
import { listAsCsv } from './list-as-csv.ts'
import { hidesExpected, type Kind, withinOf } from './rows-query.ts'
import type { ReviewList } from './use-review-list.ts'

const AT_ONCE = 250

/** The list that is downloaded: of which run and kind, by which filters. */
export interface ListToDownload {
  readonly run: RunDetails
  readonly kind: Kind
  readonly review: ReviewList
}

/** *Download list*: everything that the filters show, on all pages, as a CSV file; and how far that is. */
export function useDownload({ run, kind, review }: ListToDownload) {
  const say = useSay()
  const { code: school } = useSchool()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const { search, filter } = review
  const rowsOfAllPages = async (): Promise<readonly ReviewRowDetails[]> => {
    const expected = hidesExpected(search, filter) ? 'hide' : 'show'
    const query = { ...withinOf(kind, search), filter, expected, sort: search.sort, limit: AT_ONCE } as const
    const rows: ReviewRowDetails[] = []
    let cursor: string | undefined
    do {
      const page = await call('runs.rows', { params: { school, run: run.id }, query: { ...query, cursor } })
      rows.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return rows
  }
  const download = (): void => {
    setState('busy')
    rowsOfAllPages().then(
      (rows) => {
        saveText(listAsCsv(rows, say), { name: say('review.csv.file'), type: 'text/csv' })
        setState('idle')
      },
      () => setState('failed'),
    )
  }
  return { state, download }
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { ButtonPager } from '../../../../kit/button-pager.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'
import { changeColumns } from './change-columns.tsx'

const PAGE = 50

/** Only those who were counted by guards, who came to a part on hold since it was approved, or to a plan since it was shown. */
export type OnlyRecords = 'counted' | 'not_approved' | 'since' | undefined

/** The records behind a line of the plan, searched and paged in place. */
export function LineRecords({
  id,
  run,
  line,
  words,
  only,
}: {
  readonly id: string
  readonly run: RunDetails
  /** Without an id: whatever the line. */
  readonly line: Pick<PlanLine, 'count'> & Partial<Pick<PlanLine, 'id'>>
  readonly words: string
  readonly only: OnlyRecords
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const query = useQuery({
    ...apiQuery('runs.planChanges', {
      params: { school, run: run.id },
      query: { line: line.id, q, page, limit: PAGE, ...(only === undefined ? {} : { only }) },
    }),
    placeholderData: keepPreviousData,
    // a plan that is made again has other records behind the same line
    ...{ staleTime: 0, gcTime: 0 },
  })
  return (
    <div className="line-records" id={id}>
      {line.count > PAGE && (
        <div className="tools">
          <SearchField
            id={`${id}-search`}
            label={say('plan.changes_search')}
            value={q}
            onSearch={(typed) => {
              setQ(typed)
              setPage(1)
            }}
          />
        </div>
      )}
      <Answer query={query}>
        {(answer) => (
          <>
            {answer.total === 0 ? (
              <p role="status">{say('plan.changes_none')}</p>
            ) : (
              <ListTable
                caption={say('plan.changes_caption', { line: words })}
                columns={changeColumns(say)}
                rows={answer.items}
                keyOf={(it) => it.key}
                isOld={query.isPlaceholderData}
              />
            )}
            <ButtonPager page={answer.page} pages={answer.pages} total={answer.total} pageSize={PAGE} onPage={setPage} />
          </>
        )}
      </Answer>
    </div>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeDetails, PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Diff } from '../../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { Pager } from '../../../../kit/pager.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'

const PAGE = 50

/** The records behind a line of the plan, searched and paged in place. */
export function LineRecords({
  id,
  run,
  line,
  words,
}: {
  readonly id: string
  readonly run: RunDetails
  readonly line: PlanLine
  readonly words: string
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const query = useQuery({
    ...apiQuery('runs.planChanges', { params: { school, run: run.id }, query: { line: line.id, q, page, limit: PAGE } }),
    placeholderData: keepPreviousData,
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
                columns={columnsOf(say)}
                rows={answer.items}
                keyOf={(it) => it.key}
                isOld={query.isPlaceholderData}
              />
            )}
            <Pager
              page={answer.page}
              pages={answer.pages}
              total={answer.total}
              pageSize={PAGE}
              link={(to, content, label) => (
                <Button kind="quiet" aria-label={label} aria-current={to === answer.page ? 'page' : undefined} onClick={() => setPage(to)}>
                  {content}
                </Button>
              )}
            />
          </>
        )}
      </Answer>
    </div>
  )
}

function columnsOf(say: Say): readonly Column<ChangeDetails>[] {
  return [
    { key: 'name', heading: say('plan.change_name'), cell: (it) => it.name },
    {
      key: 'what',
      heading: say('plan.change_what'),
      cell: (it) =>
        it.fields.length === 0
          ? null
          : it.fields.map(({ field, before, after }) => (
              <div key={field}>
                {say('plan.change_field', { field: fieldName(say, field, it.population) })}{' '}
                <Diff before={fieldValue(say, field, before)} after={fieldValue(say, field, after)} />
              </div>
            )),
    },
    { key: 'why', heading: say('plan.change_why'), cell: (it) => say.message('plan.why', it.reason) ?? null },
  ]
}

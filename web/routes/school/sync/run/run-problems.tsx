import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReadProblem, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ButtonPager } from '../../../../kit/button-pager.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { Loading } from '../../../../kit/loading.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'

const PAGE = 100

/** What could not be read or used, with its place and its cure. */
export function RunProblems({ run, isOpen = false }: { readonly run: RunDetails; readonly isOpen?: boolean }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [isShown, setShown] = useState(isOpen)
  const [page, setPage] = useState(1)
  const { data, error } = useQuery({
    ...apiQuery('runs.problems', { params: { school, run: run.id }, query: { page, limit: PAGE } }),
    // the table stays while another page is read, and the focus in it
    placeholderData: keepPreviousData,
  })
  if (error !== null) return <ProblemView error={error} />
  if (data === undefined) return <Loading />
  if (data.total === 0) return run.rows === null ? null : <p className="muted">{say('sync.problems.none')}</p>
  return (
    <section aria-label={say('sync.problems')}>
      <h2>{say('sync.problems')}</h2>
      {!isShown && (
        <Button kind="quiet" onClick={() => setShown(true)}>
          {say('sync.problems.show', { count: data.total })}
        </Button>
      )}
      {isShown && (
        <>
          <ListTable
            caption={say('sync.problems.caption')}
            columns={columnsOf(say)}
            rows={data.items.map((it, at) => ({ ...it, at }))}
            keyOf={(it) => String(it.at)}
          />
          <ButtonPager page={data.page} pages={data.pages} total={data.total} pageSize={PAGE} onPage={setPage} />
        </>
      )}
    </section>
  )
}

function columnsOf(say: Say): readonly Column<ReadProblem & { readonly at: number }>[] {
  return [
    { key: 'what', heading: say('sync.problems.what'), cell: (it) => it.title },
    { key: 'where', heading: say('sync.problems.where'), cell: (it) => placeOf(say, it) },
    { key: 'cure', heading: say('sync.problems.cure'), cell: (it) => it.cure },
  ]
}

function placeOf(say: Say, { file, line, column, value }: ReadProblem): string | null {
  const place = file === null ? null : line === null ? file : say('sync.problems.place', { file, line: String(line) })
  const parts = [place, column === null ? null : say('sync.problems.column', { column }), value]
  const known = parts.filter((it) => it !== null && it !== '')
  return known.length === 0 ? null : known.join(' · ')
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Erasure } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { ButtonPager } from '../../../../kit/button-pager.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { useSay } from '../../../../words.tsx'

/** What is left of who was removed for good. */
export function Receipts() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const [page, setPage] = useState(1)
  const receipts = useQuery({
    ...apiQuery('deletions.receipts', { params: { school }, query: { page, limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const columns: readonly Column<Erasure>[] = [
    { key: 'at', heading: say('deletions.receipt.at'), isRowHeader: true, cell: (it) => say.instant(it.at, timeZone) },
    { key: 'kind', heading: say('deletions.receipt.kind'), cell: (it) => say(`people.kind.${it.kind}`) },
    {
      key: 'why',
      heading: say('deletions.receipt.why'),
      cell: (it) =>
        it.reference === null
          ? say('deletions.receipt.retention')
          : say('deletions.receipt.request', { reference: it.reference, name: it.by }),
    },
    { key: 'rows', heading: say('deletions.receipt.rows'), isNumber: true, cell: (it) => String(it.rows) },
    { key: 'id', heading: say('deletions.receipt.id'), cell: (it) => <code>{it.id}</code> },
  ]
  return (
    <section>
      <h2>{say('deletions.receipts_title')}</h2>
      <p className="muted">{say('deletions.receipts_lead')}</p>
      <Answer query={receipts} loading={say('deletions.loading')}>
        {(list) =>
          list.total === 0 ? (
            <p>{say('deletions.receipts_none')}</p>
          ) : (
            <>
              <ListTable caption={say('deletions.receipts_title')} columns={columns} rows={list.items} keyOf={(it) => it.id} />
              <ButtonPager page={list.page} pages={list.pages} total={list.total} pageSize={20} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </section>
  )
}

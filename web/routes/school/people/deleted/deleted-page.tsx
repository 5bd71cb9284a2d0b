import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ListLink, useListAddress, usePageTitle } from '../../../../kit/list-address.tsx'
import { Page } from '../../../../kit/page.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { PeopleTabs } from '../people-tabs.tsx'
import { DeletedList } from './deleted-list.tsx'
import { type DeletedSearch, readDeletedSearch } from './deleted-search.ts'
import { Receipts } from './receipts.tsx'

/** Who is deleted and can be restored, and the receipts of who is gone for good (S-193, S-198). */
export function DeletedPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const search = readDeletedSearch(useSearch({ strict: false }))
  const list = useQuery({ ...apiQuery('deletions.list', { params: { school }, query: search }), placeholderData: keepPreviousData })
  return (
    <Page title={say('people.deleted')} tabTitle={usePageTitle(say('people.deleted'), list.data)} lead={say('deletions.lead')}>
      <PeopleTabs />
      <Answer query={list} loading={say('deletions.loading')}>
        {(it) => (
          <>
            <Tools search={search} list={it} />
            <DeletedList search={search} list={it} isOld={list.isPlaceholderData} empty={<Nobody search={search} />} />
          </>
        )}
      </Answer>
      <Receipts />
    </Page>
  )
}

function Tools({ search, list }: { readonly search: DeletedSearch; readonly list: RouteAnswer<'deletions.list'> }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  return (
    <>
      <div className="tools">
        <SearchField id="q" label={say('deletions.search')} value={search.q ?? ''} onSearch={onSearch} />
        <Select
          id="kind"
          isTool
          label={say('access.kind')}
          value={search.kind ?? ''}
          options={[
            { value: '', label: say('access.kind_all') },
            { value: 'pupil', label: say('access.kind.pupil') },
            { value: 'staff', label: say('access.kind.staff') },
          ]}
          onChange={(event) => change({ kind: event.target.value })}
        />
        <KeptFor days={list.days} />
      </div>
      <p className="muted" role="status">
        {say('deletions.found', { count: list.total })}
      </p>
    </>
  )
}

const DAYS: readonly number[] = [7, 14, 30, 60, 90, 184]

/** For how many days people can be restored; who may say so chooses (D31). */
function KeptFor({ days }: { readonly days: number }) {
  const say = useSay()
  const { code: school } = useSchool()
  const mayChange = useMay('people.delete')
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: (to: number) => call('deletions.keepFor', { params: { school }, body: { days: to } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['deletions.list'] }),
  })
  const labelOf = (it: number): string => (it === 184 ? say('deletions.days_half') : say('deletions.days_choice', { count: it }))
  if (!mayChange) {
    return (
      <p>
        {say('deletions.days')}: {labelOf(days)}
      </p>
    )
  }
  return (
    <>
      <Select
        id="days"
        isTool
        label={say('deletions.days')}
        value={String(keep.isPending ? keep.variables : days)}
        options={[...new Set([...DAYS, days])].sort((a, b) => a - b).map((it) => ({ value: String(it), label: labelOf(it) }))}
        onChange={(event) => keep.mutate(Number(event.target.value))}
      />
      <div role="status">{keep.isSuccess && <p>{say('deletions.days_saved')}</p>}</div>
      {keep.isError && <ProblemView error={keep.error} />}
    </>
  )
}

function Nobody({ search }: { readonly search: DeletedSearch }) {
  const say = useSay()
  if (search.q === undefined && search.kind === undefined) return <EmptyState isGood title={say('deletions.none')} />
  return (
    <EmptyState title={say('people.none_match')}>
      <p>
        <ListLink changes={{ q: undefined, kind: undefined }}>{say('people.clear_filters')}</ListLink>
      </p>
    </EmptyState>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ListPager, usePageTitle } from '../../../../kit/list-address.tsx'
import { ListChips } from '../../../../kit/list-chips.tsx'
import { Page } from '../../../../kit/page.tsx'
import { useSay } from '../../../../words.tsx'
import { readDuplicatesSearch } from '../../list-search.ts'
import { PeopleTabs } from '../people-tabs.tsx'
import { DuplicatePair } from './duplicate-pair.tsx'
import { OnePair } from './one-pair.tsx'
import { Resolve } from './resolve.tsx'
import './duplicates.css'

/** A page has few pairs: each is looked at by itself. */
const PAGE = 20

/** Who may be here twice (UX C13): always open, and nothing happens until a person says so. */
export function DuplicatesPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const { show = 'open', page, pair } = readDuplicatesSearch(useSearch({ strict: false }))
  const window = pair === undefined ? { page, limit: PAGE } : { page: pair, limit: 1 }
  const pairs = useQuery({
    ...apiQuery('duplicates.list', { params: { school }, query: { show, ...window } }),
    placeholderData: keepPreviousData,
  })
  const title = say('duplicates.title')
  return (
    <Page title={title} tabTitle={usePageTitle(title, pairs.data)} lead={say('duplicates.lead')}>
      <PeopleTabs />
      <Answer query={pairs} loading={say('duplicates.loading')}>
        {(list) => (pair === undefined ? <Pairs list={list} show={show} /> : <OnePair list={list} place={pair} />)}
      </Answer>
    </Page>
  )
}

function Pairs({ list, show }: { readonly list: RouteAnswer<'duplicates.list'>; readonly show: 'open' | 'not_same' }) {
  const say = useSay()
  const [told, setTold] = useState('')
  return (
    <>
      <ListChips
        name="show"
        label={say('duplicates.filters')}
        chips={[
          { value: 'open', label: say('duplicates.show_open'), count: list.counts.open },
          { value: 'not_same', label: say('duplicates.show_not_same'), count: list.counts.not_same },
        ]}
        current={show}
      />
      <p className="muted" role="status">
        {told === '' ? say('duplicates.found', { count: list.total }) : told}
      </p>
      {show === 'open' && list.total > 0 && <Resolve count={list.total} onTold={setTold} />}
      {list.total === 0 && (
        <EmptyState isGood={show === 'open'} title={say(show === 'open' ? 'duplicates.none' : 'duplicates.none_answered')} />
      )}
      {list.items.map((it, index) => (
        <DuplicatePair key={`${it.keep.id} ${it.other.id}`} pair={it} place={(list.page - 1) * PAGE + index + 1} onTold={setTold} />
      ))}
      <ListPager list={list} pageSize={PAGE} />
    </>
  )
}

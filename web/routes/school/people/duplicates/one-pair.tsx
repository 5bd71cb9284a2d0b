import { useState } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ListLink } from '../../../../kit/list-address.tsx'
import { useSay } from '../../../../words.tsx'
import { DuplicatePair } from './duplicate-pair.tsx'

/** One pair after the other: whoever is decided leaves the list, and the next one stands in its place. */
export function OnePair({ list, place }: { readonly list: RouteAnswer<'duplicates.list'>; readonly place: number }) {
  const say = useSay()
  const [told, setTold] = useState('')
  const [pair] = list.items
  return (
    <>
      <p className="muted" role="status">
        {[told, pair === undefined ? '' : say('duplicates.pair_of', { place, count: list.total })].filter((it) => it !== '').join(' ')}
      </p>
      {pair === undefined ? (
        <EmptyState isGood={list.total === 0} title={say(list.total === 0 ? 'duplicates.none' : 'duplicates.seen_all')} />
      ) : (
        <DuplicatePair key={`${pair.keep.id} ${pair.other.id}`} pair={pair} place={place} onTold={setTold} />
      )}
      <nav className="buttons" aria-label={say('duplicates.filters')}>
        {place > 1 && <ListLink changes={{ pair: place - 1 }}>{say('duplicates.previous')}</ListLink>}
        {pair !== undefined && <ListLink changes={{ pair: place + 1 }}>{say('duplicates.next')}</ListLink>}
        <ListLink changes={{ pair: undefined }}>{say('duplicates.whole_list')}</ListLink>
      </nav>
    </>
  )
}

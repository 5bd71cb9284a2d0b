import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSay } from '../../../../words.tsx'
import { changeSearch, nextSort, type ReviewSearch } from '../search.ts'
import type { OptionalColumn } from './use-review-view.ts'

export interface ReviewHeadProps {
  readonly search: ReviewSearch
  readonly hasEmails: boolean
  readonly columns: readonly OptionalColumn[]
  readonly rowsOnPage: number
  readonly areAllTicked: boolean
  onTickAll(): void
}

type Heading = Parameters<typeof nextSort>[1]

/** The headings of the review. Those that sort are links, so that the order stands in the address. */
export function ReviewHead({ search, hasEmails, columns, rowsOnPage, areAllTicked, onTickAll }: ReviewHeadProps) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <thead role="rowgroup">
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <tr role="row">
        <Column className="column-select">
          <input
            type="checkbox"
            checked={areAllTicked}
            disabled={rowsOnPage === 0}
            onChange={onTickAll}
            aria-label={say('review.select_page', { count: rowsOnPage })}
          />
        </Column>
        <Column search={search} by="name">
          {say('review.here')}
        </Column>
        <Column className="side-there" search={search} by="class">
          {say('review.there')}
        </Column>
        {columns.map((it) => (
          <Column key={it}>{say(`review.column.${it}`)}</Column>
        ))}
        <Column>{say('review.changes')}</Column>
        <Column className="column-status" search={search} by="status">
          {say('review.status')}
        </Column>
        <Column className="column-tick">{say('review.import')}</Column>
        {hasEmails && <Column className="column-tick">{say('review.email')}</Column>}
        <Column className="column-menu">
          <span className="visually-hidden">{say('review.menu_column')}</span>
        </Column>
      </tr>
    </thead>
  )
}

function Column({
  children,
  className,
  search,
  by,
}: {
  readonly children: ReactNode
  readonly className?: string
  readonly search?: ReviewSearch
  readonly by?: Heading
}) {
  const say = useSay()
  const sort = search?.sort
  const isDown = by !== undefined && sort === `-${by}`
  const direction = isDown ? 'descending' : by !== undefined && sort === by ? 'ascending' : undefined
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <th role="columnheader" scope="col" className={className} aria-sort={direction}>
      {by === undefined || search === undefined ? (
        children
      ) : (
        <Link to="." search={changeSearch(search, { sort: nextSort(sort, by) })} resetScroll={false} className="sort">
          {children}
          <span className="sort-mark" aria-hidden="true">
            {direction === undefined ? '' : say(isDown ? 'kit.sort_down' : 'kit.sort_up')}
          </span>
        </Link>
      )}
    </th>
  )
}

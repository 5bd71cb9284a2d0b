import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { pageNumbers } from './page-numbers.ts'

/** Where one is in a list, and its other pages as links. */
export function Pager({
  page,
  pages,
  total,
  pageSize,
  link,
}: {
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly pageSize: number
  /** The link to a page, with `aria-current` where it is this one. */
  link(page: number, content: ReactNode, label: string): ReactNode
}) {
  const say = useSay()
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const rows = say('kit.rows', { from, to: Math.min(total, page * pageSize), count: total })
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label={say('kit.pages')}>
      <span className="muted">{rows}</span>
      <ul>
        {page > 1 && <li>{link(page - 1, say('kit.previous'), say('kit.previous_page'))}</li>}
        {pageNumbers(page, pages).map((it) => (
          <li key={it.key}>{it.page === null ? '…' : link(it.page, say.number(it.page), say('kit.page_of', { page: it.page, pages }))}</li>
        ))}
        {page < pages && <li>{link(page + 1, say('kit.next'), say('kit.next_page'))}</li>}
      </ul>
    </nav>
  )
}

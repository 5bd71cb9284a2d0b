import { type MouseEvent, type ReactNode, useRef } from 'react'
import { useSay } from '../words.tsx'
import { pageNumbers } from './page-numbers.ts'

/**
 * Where one is in a list, and its other pages as links. Going to one puts the focus on the top of the table above, where
 * reading goes on.
 */
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
  const nav = useRef<HTMLElement>(null)
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const rows = say('kit.rows', { from, to: Math.min(total, page * pageSize), count: total })
  const shown = (it: number | null): ReactNode => {
    if (it === null) return '…'
    // nowhere to go: one stop less on the way through the page
    if (it === page) return <span aria-current="page">{say.number(it)}</span>
    return link(it, say.number(it), say('kit.page_of', { page: it, pages }))
  }
  if (pages <= 1) return null
  const onClick = (event: MouseEvent): void => {
    const isHere = !(event.metaKey || event.ctrlKey || event.shiftKey)
    if (isHere && event.target instanceof Element && event.target.closest('a, button') !== null) focusOnce(topOfTable(nav.current))
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is used
    <nav ref={nav} className="pager" aria-label={say('kit.pages')} onClick={onClick}>
      <span className="muted">{rows}</span>
      <ul>
        {page > 1 && <li>{link(page - 1, say('kit.previous'), say('kit.previous_page'))}</li>}
        {pageNumbers(page, pages).map((it) => (
          <li key={it.key}>{shown(it.page)}</li>
        ))}
        {page < pages && <li>{link(page + 1, say('kit.next'), say('kit.next_page'))}</li>}
      </ul>
    </nav>
  )
}

/** The caption of the table that the pages are of; without one, the heading of the page. In a dialog what its choices are called. */
function topOfTable(pager: Element | null): HTMLElement | null {
  const dialog = pager?.closest('dialog')
  if (dialog) return dialog.querySelector('legend')
  const captions = [...document.querySelectorAll<HTMLElement>('main caption')]
  const above = captions.filter((it) => pager !== null && (pager.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
  return above.at(-1) ?? document.querySelector('h1')
}

/** Puts the focus where it usually cannot be: a caption takes it only for as long as it has it. */
function focusOnce(element: HTMLElement | null): void {
  if (element === null) return
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus()
}

import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { useSay } from '../words.tsx'
import { Pager } from './pager.tsx'

type Changes = Readonly<Record<string, string | number | undefined>>

/** The list's address with changes: another filter begins at page 1 again. */
function changed(search: Changes, changes: Changes): Changes {
  return { ...search, page: undefined, ...changes }
}

/** Changes the address of a list: what is filtered there can be linked to, and Back undoes it. */
export function useListAddress(): (changes: Changes, options?: { readonly isTyping?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (changes, { isTyping = false } = {}) => {
      // each list reads from its own address what it knows, and leaves the rest away
      const search = ((old: Changes) => changed(old, changes)) as never
      void navigate({ to: '.', search, replace: isTyping, resetScroll: false })
    },
    [navigate],
  )
}

/** A link to the same list with changes. */
export function ListLink({
  changes,
  isCurrent = false,
  label,
  className,
  children,
}: {
  readonly changes: Changes
  readonly isCurrent?: boolean | undefined
  readonly label?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <Link
      to="."
      // each list reads from its own address what it knows, and leaves the rest away
      search={((old: Changes) => changed(old, changes)) as never}
      resetScroll={false}
      preload={false}
      className={className}
      aria-label={label}
      activeOptions={{ exact: true }}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}

/** One page of a list, as every list answers. */
export interface PageOfList {
  readonly page: number
  readonly pages: number
  readonly total: number
}

/** The other pages of a list. */
export function ListPager({ list, pageSize = 100 }: { readonly list: PageOfList; readonly pageSize?: number | undefined }) {
  return (
    <Pager
      {...list}
      pageSize={pageSize}
      link={(page, content, label) => (
        <ListLink changes={{ page: page === 1 ? undefined : page }} isCurrent={page === list.page} label={label}>
          {content}
        </ListLink>
      )}
    />
  )
}

/** "(page 2 of 13)" after a title, where it is not the first page. */
export function usePageTitle(title: string, list: PageOfList | undefined): string {
  const say = useSay()
  if (list === undefined || list.page <= 1) return title
  return say('kit.title_with_page', { title, page: list.page, pages: list.pages })
}

/** The link in a heading that sorts a list. */
export function sortLink(sort: string, content: ReactNode): ReactNode {
  return (
    <ListLink changes={{ sort }} className="sort">
      {content}
    </ListLink>
  )
}

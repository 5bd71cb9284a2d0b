import { Button } from './button.tsx'
import { Pager } from './pager.tsx'

/** The pages of a list whose page is not in the address of the page: buttons in place of links. */
export function ButtonPager({
  onPage,
  ...pages
}: {
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly pageSize: number
  onPage(page: number): void
}) {
  return (
    <Pager
      {...pages}
      link={(to, content, label) => (
        <Button kind="quiet" aria-label={label} onClick={() => onPage(to)}>
          {content}
        </Button>
      )}
    />
  )
}

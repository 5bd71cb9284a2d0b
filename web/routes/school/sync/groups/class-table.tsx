import { Button } from '../../../../kit/button.tsx'
import { ButtonPager } from '../../../../kit/button-pager.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { useSay } from '../../../../words.tsx'
import type { ChosenClass, ClassForm } from './class-choices.ts'
import { classColumns } from './class-columns.tsx'

/** A large school has hundreds of subject classes: so many rows keep a page light. */
const PAGE = 100

/** Where reading goes on behind the table: every class has several stops of the Tab key. */
const AFTER = 'after-classes'

/** The page, from 1, on which the class at this place is. */
export function pageOf(place: number): number {
  return Math.floor(place / PAGE) + 1
}

interface ClassTableProps {
  readonly shown: readonly ChosenClass[]
  readonly page: number
  onPage(page: number): void
  readonly form: ClassForm
}

/** The classes that the search shows, a page of them. What is chosen on other pages stays chosen. */
export function ClassTable({ shown, page, onPage, form }: ClassTableProps) {
  const say = useSay()
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const at = Math.min(page, pages)
  return (
    <>
      <p>
        <Button kind="quiet" onClick={() => document.getElementById(AFTER)?.focus()}>
          {say('kit.skip_table')}
        </Button>
      </p>
      <ListTable
        caption={say('sync.classes.caption')}
        columns={classColumns(say, form)}
        rows={shown.slice((at - 1) * PAGE, at * PAGE)}
        keyOf={(it) => it.id}
      />
      <ButtonPager page={at} pages={pages} total={shown.length} pageSize={PAGE} onPage={onPage} />
      <div id={AFTER} tabIndex={-1} />
    </>
  )
}

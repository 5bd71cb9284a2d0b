import { useState } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { Menu } from '../../../../kit/menu.tsx'
import { useSay } from '../../../../words.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { type ListToDownload, useDownload } from './use-download.ts'

/** What can be done with the list as a whole, behind one stop of the Tab key: its columns, and a file of it. */
export function ListMenu(list: ListToDownload) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { state, download } = useDownload(list)
  return (
    <>
      <Menu label={say('review.list_menu')}>
        <li>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {say('review.columns')}
          </Button>
        </li>
        <li>
          <Button kind="quiet" isBusy={state === 'busy'} onClick={download}>
            {say('review.csv.download')}
          </Button>
        </li>
      </Menu>
      <span role="status">{state === 'failed' ? say('review.csv.failed') : ''}</span>
      {isOpen && <ColumnsDialog kind={list.kind} onClose={() => setOpen(false)} />}
    </>
  )
}

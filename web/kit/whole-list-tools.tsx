import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { PrintAll } from './print-all.tsx'
import { ProblemView } from './problem-view.tsx'
import type { WholeList } from './use-whole-list.ts'

/** Saves or prints a list with all of its rows, not only the page that is shown. `children` shows them on paper. */
export function WholeListTools<Row>({
  list,
  onSave,
  children,
}: {
  readonly list: WholeList<Row>
  onSave(): void
  children(rows: readonly Row[]): ReactNode
}) {
  const say = useSay()
  return (
    <>
      <PrintAll
        read={list.read}
        beside={
          <Button kind="secondary" isSmall isBusy={list.isReading} onClick={onSave}>
            {say('kit.save_csv')}
          </Button>
        }
      >
        {children}
      </PrintAll>
      {list.error !== null && <ProblemView error={list.error} />}
    </>
  )
}

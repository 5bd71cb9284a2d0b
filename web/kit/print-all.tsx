import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { ProblemView } from './problem-view.tsx'

/**
 * A button that prints everything, not only the page of the list that is on screen: reads it, shows it to the printer alone in
 * place of the lists of the page, and asks the browser to print.
 */
export function PrintAll<Data>({
  read,
  beside,
  children,
}: {
  read(): Promise<Data>
  /** Another button that is about all rows. */
  readonly beside?: ReactNode
  children(data: Data): ReactNode
}) {
  const say = useSay()
  const { data, error, isPending, mutate, reset } = useMutation({ mutationFn: read })
  useEffect(() => {
    if (data === undefined) return
    window.addEventListener('afterprint', reset, { once: true })
    window.print()
  }, [data, reset])
  return (
    <>
      <div className="buttons">
        {beside}
        <Button kind="secondary" isSmall isBusy={isPending} onClick={() => mutate()}>
          {say(isPending ? 'kit.print_reading' : 'kit.print_all')}
        </Button>
      </div>
      {error !== null && <ProblemView error={error} />}
      {data !== undefined && <div className="only-print">{children(data)}</div>}
    </>
  )
}

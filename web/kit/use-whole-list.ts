import { useState } from 'react'
import { type PageOf, readAll } from './read-all.ts'
import { saveText } from './save-text.ts'

/** A list that is read whole, page by page, for paper or a file. */
export interface WholeList<Row> {
  readonly isReading: boolean
  readonly error: Error | null
  /** All of its rows. */
  read(): Promise<readonly Row[]>
  /** Reads all and saves a file of this name. */
  save(name: string, textOf: (rows: readonly Row[]) => string): void
}

/** @param readPage reads a page of the list as it is filtered, from 1 */
export function useWholeList<Row>(readPage: (page: number) => Promise<PageOf<Row>>): WholeList<Row> {
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const read = (): Promise<readonly Row[]> => readAll(readPage)
  return {
    ...{ isReading, error, read },
    save: (name, textOf) => {
      if (isReading) return
      setReading(true)
      setError(null)
      read()
        .then((rows) => saveText(textOf(rows), { name, type: 'text/csv' }))
        .catch((fault: unknown) => setError(fault instanceof Error ? fault : new Error(String(fault))))
        .finally(() => setReading(false))
    },
  }
}

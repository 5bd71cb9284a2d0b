import { useCallback, useEffect, useRef } from 'react'

/** The same function at every drawing, so that rows that did not change are not drawn again; it does what the newest one does. */
export function useSteady<Arguments extends readonly unknown[]>(does: (...given: Arguments) => void): (...given: Arguments) => void {
  const newest = useRef(does)
  useEffect(() => {
    newest.current = does
  })
  return useCallback((...given: Arguments) => newest.current(...given), [])
}

import { useEffect, useRef, useState } from 'react'

/** Who listens is told no more often than this. */
const EVERY_MILLISECONDS = 5_000

/** The text as it is said aloud: the newest, but never a new one within five seconds of the last. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState(text)
  const last = useRef(Date.now())
  useEffect(() => {
    if (text === spoken) return
    const say = (): void => {
      last.current = Date.now()
      setSpoken(text)
    }
    const timer = setTimeout(say, Math.max(0, last.current + EVERY_MILLISECONDS - Date.now()))
    return () => clearTimeout(timer)
  }, [text, spoken])
  return spoken
}

import { useEffect, useRef } from 'react'

/** How far something is. `text` says it in words, to everybody. */
export function Progress({
  label,
  text,
  done,
  total,
}: {
  readonly label: string
  readonly text: string
  readonly done: number
  readonly total: number
}) {
  const bar = useRef<HTMLDivElement>(null)
  const share = total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100))
  useEffect(() => {
    if (bar.current !== null) bar.current.style.inlineSize = `${share}%`
  }, [share])
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={text}
      >
        <div className="progress-bar" ref={bar} />
      </div>
      <p className="progress-text">{text}</p>
    </div>
  )
}

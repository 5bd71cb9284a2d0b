import { useEffect, useRef, useState } from 'react'

const WAIT_MILLISECONDS = 150

/** Searches a moment after the last key, and at once on Enter. */
export function SearchField({
  id,
  label,
  value,
  onSearch,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  onSearch(value: string): void
}) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    // the address changed by itself, by Back or Clear filters: show that
    if (value !== told.current) {
      told.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed === told.current) return
    const timer = setTimeout(() => {
      told.current = typed.trim()
      onSearch(told.current)
    }, WAIT_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, onSearch])
  return (
    <form
      className="tool tool-search"
      onSubmit={(event) => {
        event.preventDefault()
        told.current = typed.trim()
        onSearch(told.current)
      }}
    >
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  )
}

import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { Select } from './select.tsx'

/** One filter with how many it shows; null: not counted. */
export interface Chip {
  readonly value: string
  readonly label: string
  readonly count: number | null
}

/** Filters of a list as links with live counts; one select on a phone, where nine chips would fill the screen (UX E3). */
export function FilterChips({
  id,
  label,
  chips,
  current,
  link,
  onChoose,
}: {
  readonly id: string
  readonly label: string
  readonly chips: readonly Chip[]
  readonly current: string
  /** The link that shows the chip's rows. `isCurrent` belongs on it as `aria-current`. */
  link(chip: Chip, content: ReactNode, isCurrent: boolean): ReactNode
  onChoose(value: string): void
}) {
  const say = useSay()
  const options = chips.map((it) => ({
    value: it.value,
    label: it.count === null ? it.label : say('kit.chip_option', { label: it.label, count: it.count }),
  }))
  return (
    <>
      <nav aria-label={label}>
        <ul className="chips">
          {chips.map((chip) => (
            <li key={chip.value}>
              {link(
                chip,
                <>
                  {chip.label} {chip.count !== null && <b>{say.number(chip.count)}</b>}
                </>,
                chip.value === current,
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className="chips-select">
        <Select id={id} label={label} isTool options={options} value={current} onChange={(event) => onChoose(event.target.value)} />
      </div>
    </>
  )
}

import { type Chip, FilterChips } from './filter-chips.tsx'
import { ListLink, useListAddress } from './list-address.tsx'

/** Filters of a list that stand in its address under one name; the first of them is shown where nothing stands there. */
export function ListChips({
  name,
  label,
  chips,
  current,
}: {
  readonly name: string
  readonly label: string
  readonly chips: readonly [Chip, ...Chip[]]
  readonly current: string | undefined
}) {
  const change = useListAddress()
  const [usual] = chips
  const changesOf = (value: string): Readonly<Record<string, string | undefined>> => ({ [name]: value === usual.value ? undefined : value })
  return (
    <FilterChips
      id={name}
      label={label}
      chips={chips}
      current={current ?? usual.value}
      onChoose={(value) => change(changesOf(value))}
      link={(chip, content, isCurrent) => (
        <ListLink changes={changesOf(chip.value)} isCurrent={isCurrent}>
          {content}
        </ListLink>
      )}
    />
  )
}

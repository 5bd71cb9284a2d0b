import { useState } from 'react'
import type { ChangeDetails } from '../../../../src/contract/index.ts'
import { Diff } from '../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'
import { useSay } from '../../../words.tsx'

interface ListProps {
  readonly fields: ChangeDetails['fields']
  /** Whose they are: some details are called otherwise for pupils and for staff. */
  readonly population?: string | undefined
  /** All of them at once: on paper nothing opens. */
  readonly isWhole?: boolean | undefined
}

/** So many details are shown at once. A new record has more: a hundred of them would make a page slow and tell little. */
const SHOWN_MAX = 6

/** Each detail that changed, from what to what; many are opened by a click. */
export function FieldChanges({ fields, population, isWhole = false }: ListProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  if (isWhole || fields.length <= SHOWN_MAX) return <FieldList fields={fields} population={population} />
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('history.count_details', { count: fields.length })}</summary>
      {isOpen && <FieldList fields={fields} population={population} />}
    </details>
  )
}

function FieldList({ fields, population }: ListProps) {
  const say = useSay()
  if (fields.length === 0) return null
  return (
    <ul className="field-changes">
      {fields.map((it) => (
        <li key={it.field}>
          <span className="muted">{fieldName(say, it.field, population)}</span>{' '}
          <Diff before={fieldValue(say, it.field, it.before)} after={fieldValue(say, it.field, it.after)} />
        </li>
      ))}
    </ul>
  )
}

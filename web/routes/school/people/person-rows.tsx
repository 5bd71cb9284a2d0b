import type { PersonDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'
import type { SummaryRow } from '../../../kit/summary-list.tsx'
import { type FieldOfPerson, PinButton, Pinned } from './pin-field.tsx'

interface Words {
  readonly say: Say
  readonly timeZone: string
}

/** The details of a person. What the MIS owns is marked, and says where it is changed instead of being dead (S-187). */
export function personRows(person: PersonDetails, words: Words): readonly SummaryRow[] {
  const { say } = words
  const intake = person.intakeYear === null ? [] : [{ key: 'intake', name: say('people.intake'), value: String(person.intakeYear) }]
  const fields = person.fields
    .filter((it) => it.value !== null || !it.isLocked)
    .map((it) => ({
      key: it.field,
      name: fieldName(say, it.field, person.kind),
      value: fieldValue(say, it.field, it.value) ?? say('person.nothing'),
      ...actionOf(person, it, words),
    }))
  return [...fields, ...intake]
}

function actionOf(person: PersonDetails, field: FieldOfPerson, words: Words): Pick<SummaryRow, 'action'> {
  if (field.pin !== null) return { action: <Pinned person={person} field={field} pin={field.pin} /> }
  return field.isLocked && person.mergedInto === null ? { action: <Lock person={person} of={field} {...words} /> } : {}
}

function Lock({ person, of, say, timeZone }: Words & { readonly person: PersonDetails; readonly of: FieldOfPerson }) {
  const { field } = of
  const since = person.timeline.find((it) => it.run !== null && it.fields.some((change) => change.field === field))?.at
  return (
    <details className="lock-details">
      <summary>
        <span className="lock">
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5" fill="none" stroke="currentColor" strokeWidth="1.7" />
          </svg>
          {say('person.from_mis')}
        </span>
      </summary>
      <p className="muted">
        {person.lockedBy !== null && say('person.locked_by', { name: person.lockedBy })}{' '}
        {since !== undefined && say('person.locked_since', { at: say.instant(since, timeZone) })}
      </p>
      <p className="muted">{say('person.locked')}</p>
      {of.mayBePinned && <PinButton person={person} field={of} />}
    </details>
  )
}

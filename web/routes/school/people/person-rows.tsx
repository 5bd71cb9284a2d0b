import type { PersonDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'
import type { SummaryRow } from '../../../kit/summary-list.tsx'

/** The details of a person. What the MIS owns is marked, and says where it is changed instead of being dead (S-187). */
export function personRows(person: PersonDetails, say: Say): readonly SummaryRow[] {
  return person.fields
    .filter((it) => it.value !== null || !it.isLocked)
    .map((it) => ({
      key: it.field,
      name: fieldName(say, it.field, person.kind),
      value: fieldValue(say, it.field, it.value) ?? say('person.nothing'),
      ...(it.isLocked ? { action: <Lock say={say} /> } : {}),
    }))
}

function Lock({ say }: { readonly say: Say }) {
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
      <p className="muted">{say('person.locked')}</p>
    </details>
  )
}

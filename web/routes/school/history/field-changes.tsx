import type { ChangeDetails } from '../../../../src/contract/index.ts'
import { Diff } from '../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'
import { useSay } from '../../../words.tsx'

/** Each detail that changed, from what to what. */
export function FieldChanges({ fields }: { readonly fields: ChangeDetails['fields'] }) {
  const say = useSay()
  if (fields.length === 0) return null
  return (
    <ul className="field-changes">
      {fields.map((it) => (
        <li key={it.field}>
          <span className="muted">{fieldName(say, it.field)}</span>{' '}
          <Diff before={fieldValue(say, it.field, it.before)} after={fieldValue(say, it.field, it.after)} />
        </li>
      ))}
    </ul>
  )
}

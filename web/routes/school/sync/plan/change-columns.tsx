import type { ChangeDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Diff } from '../../../../kit/diff.tsx'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'
import type { Column } from '../../../../kit/list-table.tsx'

/** What a plan does with one record, and why. */
export function changeColumns(say: Say): readonly Column<ChangeDetails>[] {
  return [
    { key: 'name', heading: say('plan.change_name'), cell: (it) => it.name },
    {
      key: 'what',
      heading: say('plan.change_what'),
      cell: (it) =>
        it.fields.length === 0
          ? null
          : it.fields.map(({ field, before, after }) => (
              <div key={field}>
                {say('plan.change_field', { field: fieldName(say, field, it.population) })}{' '}
                <Diff before={fieldValue(say, field, before)} after={fieldValue(say, field, after)} />
              </div>
            )),
    },
    { key: 'why', heading: say('plan.change_why'), cell: (it) => say.message('plan.why', it.reason) ?? null },
  ]
}

import { type PersonKind, recordKey } from '../roster/index.ts'
import type { Change } from './plan.ts'
import type { PlanInput } from './plan-input.ts'

/** Whether a plan of this scope sets classes up: syncing people alone touches no groups (S-46). */
export function setsUpClasses({ scope }: Pick<PlanInput, 'scope'>): boolean {
  return scope !== 'staff' && scope !== 'pupils'
}

/** The kinds of people that a plan of this scope is about. */
export function kindsOf({ scope }: Pick<PlanInput, 'scope'>): readonly PersonKind[] {
  if (scope === 'all') return ['staff', 'pupil']
  return scope === 'staff' ? ['staff'] : scope === 'pupils' ? ['pupil'] : []
}

/**
 * The changes that belong to the scope of a plan (D13). Pupils bring a year group with them that is not there yet, since they
 * could not be in it otherwise; names of year groups and all of classes wait for their own panel.
 */
export function withinScope(changes: readonly Change[], input: PlanInput): readonly Change[] {
  switch (input.scope) {
    case 'all':
      return changes
    case 'staff':
      return changes.filter((it) => it.population === 'staff')
    case 'pupils':
      return changes.filter((it) => it.population === 'pupil' || (it.population === 'year_group' && it.operation === 'create'))
    case 'year_groups':
      return changes.filter((it) => it.population === 'year_group')
    default: {
      const kind = input.scope === 'registration_classes' ? 'registration' : 'subject'
      return changes.filter((it) => it.population === 'class' && classKind(it, input) === kind)
    }
  }
}

function classKind({ recordId, source, after }: Change, { directory, source: records }: PlanInput): unknown {
  const record = source === null ? undefined : records.get(recordKey('class', source.id))
  if (record?.kind === 'class') return record.body.kind
  return after.fields['kind'] ?? directory.classes.get(recordId ?? '')?.fields.kind
}

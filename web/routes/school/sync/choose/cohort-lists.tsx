import type { ScopeAnswer } from '../../../../../src/contract/index.ts'
import { CheckboxGroup } from '../../../../kit/choice-group.tsx'
import { useSay } from '../../../../words.tsx'
import type { PupilChoice } from './cohort.ts'

/** The years or classes to choose from, each with its pupils. */
export function CohortLists({
  kind,
  scope,
  choice,
  onChange,
}: {
  readonly kind: 'years' | 'classes'
  readonly scope: ScopeAnswer
  readonly choice: PupilChoice
  onChange(choice: PupilChoice): void
}) {
  const say = useSay()
  const options =
    kind === 'years'
      ? scope.yearGroups.map(({ code, name, pupils }) => ({ value: code, label: say('sync.choose.option', { name, count: pupils }) }))
      : scope.registrationClasses.map(({ name, pupils }) => ({ value: name, label: say('sync.choose.option', { name, count: pupils }) }))
  return (
    <div className="cohort-list">
      <CheckboxGroup
        id={`cohort-${kind}`}
        label={say(`sync.choose.${kind}_legend`)}
        values={choice[kind]}
        onChange={(values) => onChange({ ...choice, [kind]: values })}
        choices={options}
      />
    </div>
  )
}

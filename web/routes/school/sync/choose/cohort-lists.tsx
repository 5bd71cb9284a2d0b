import type { ScopeAnswer } from '../../../../../src/contract/index.ts'
import { CheckboxGroup, RadioGroup } from '../../../../kit/choice-group.tsx'
import { useSay } from '../../../../words.tsx'
import { keptOf, type PupilChoice } from './cohort.ts'

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
  const kept = keptOf(kind, choice, scope.kept)
  const names = new Intl.ListFormat(say.vocabulary).format(options.filter((it) => kept.includes(it.value)).map((it) => it.label))
  return (
    <div className="cohort-list">
      {scope.kept !== null && (
        <RadioGroup
          id={`cohort-${kind}-how`}
          label={say('sync.choose.how')}
          value={choice.isOnly ? 'only' : 'add'}
          onChange={(it) => onChange({ ...choice, isOnly: it === 'only' })}
          choices={[
            { value: 'add', label: say('sync.choose.add'), detail: names === '' ? undefined : say('sync.choose.kept', { names }) },
            { value: 'only', label: say('sync.choose.only') },
          ]}
        />
      )}
      <CheckboxGroup
        id={`cohort-${kind}`}
        label={say(`sync.choose.${kind}_legend`)}
        values={choice[kind]}
        onChange={(values) => onChange({ ...choice, [kind]: values })}
        choices={options.filter((it) => !kept.includes(it.value))}
      />
    </div>
  )
}

import { RadioGroup } from '../../../kit/choice-group.tsx'
import { errorAt } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { PasswordField } from '../../../kit/password-field.tsx'
import { PASSWORD_LENGTH_MIN } from '../../../kit/password-length.ts'
import { useSay } from '../../../words.tsx'
import { SchoolsStep } from './schools-step.tsx'
import { SCENARIOS, type StartKind } from './set-up-form.ts'
import type { StepProps } from './step-props.ts'
import { WordsChoice } from './words-choice.tsx'

/** The questions of one step. */
export function SetUpStep({ step, ...props }: StepProps & { readonly step: number }) {
  if (step === 1) return <StartStep {...props} />
  if (step === 2) return <AccountStep {...props} />
  return props.typed.kind === 'made_up' ? <ScenarioStep {...props} /> : <SchoolsStep {...props} />
}

const KINDS: readonly StartKind[] = ['made_up', 'school', 'group']

function StartStep({ typed, errors, onChange }: StepProps) {
  const say = useSay()
  return (
    <RadioGroup
      id="start"
      label={say('set_up.start')}
      value={typed.kind}
      error={errorAt(errors, 'start')}
      choices={KINDS.map((it) => ({ value: it, label: say(`set_up.start.${it}`), detail: say(`set_up.start.${it}_detail`) }))}
      onChange={(kind) => onChange({ ...typed, kind })}
    />
  )
}

function AccountStep({ typed, errors, onChange }: StepProps) {
  const say = useSay()
  return (
    <>
      <p>{say('set_up.account_why')}</p>
      <Field
        id="name"
        label={say('set_up.name')}
        autoComplete="name"
        maxLength={120}
        value={typed.name}
        error={errorAt(errors, 'name')}
        onChange={(event) => onChange({ ...typed, name: event.target.value })}
      />
      <Field
        id="email"
        label={say('sign_in.email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={typed.email}
        error={errorAt(errors, 'email')}
        onChange={(event) => onChange({ ...typed, email: event.target.value })}
      />
      <PasswordField
        id="password"
        label={say('sign_in.password')}
        hint={say('set_up.password_hint', { count: PASSWORD_LENGTH_MIN })}
        autoComplete="new-password"
        maxLength={200}
        value={typed.password}
        error={errorAt(errors, 'password')}
        onChange={(event) => onChange({ ...typed, password: event.target.value })}
      />
    </>
  )
}

function ScenarioStep({ typed, onChange }: StepProps) {
  const say = useSay()
  return (
    <>
      <RadioGroup
        id="scenario"
        label={say('set_up.scenario')}
        value={typed.scenario}
        choices={SCENARIOS.map((it) => ({ value: it, label: say(`set_up.scenario.${it}`), detail: say(`set_up.scenario.${it}_detail`) }))}
        onChange={(scenario) => onChange({ ...typed, scenario })}
      />
      <WordsChoice value={typed.vocabulary} onChange={(vocabulary) => onChange({ ...typed, vocabulary })} />
    </>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LimitRulesDetails, LimitsDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { formErrors } from '../../../../kit/form-errors.ts'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'
import { PairFields } from './pair-fields.tsx'
import { type Raise, RaiseDialog } from './raise-dialog.tsx'
import { ReplayLine } from './replay-line.tsx'
import { faultsOf, PAIRS, raisedOf, rulesOf, type Typed, typedOf } from './typed-limits.ts'

/** Changes the limits. Who raises one is told first what that would have done to the last runs. */
export function LimitsForm({ limits }: { readonly limits: LimitsDetails }) {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>(() => typedOf(limits))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [raise, setRaise] = useState<Raise | null>(null)
  const { attempt, save } = useLimits(limits, { onErrors: setErrors, onOverwritten: (now) => setTyped(typedOf(now)) })
  const checked = (then: (rules: LimitRulesDetails) => void): void => {
    const wrong = faultsOf(typed).map(({ field, words, of }) => ({
      field: `limit-${field}`,
      text: say(words, { label: of === null ? '' : say(`limits.${of}`) }),
    }))
    setErrors(wrong)
    if (wrong.length === 0) then(rulesOf(typed))
  }
  const submit = async (rules: LimitRulesDetails): Promise<void> => {
    const raised = raisedOf(limits, rules)
    if (raised.length === 0) return save.mutate(rules)
    setRaise({ rules, raised, replay: await attempt.mutateAsync(rules) })
  }
  const set = (field: string, text: string): void => setTyped({ ...typed, [field]: text })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // what goes wrong is told by the error of the mutation
        if (!save.isPending && !attempt.isPending) checked((rules) => void submit(rules).catch(() => undefined))
      }}
    >
      <ErrorSummary errors={errors} />
      {PAIRS.map((it) => (
        <PairFields key={it} of={it} typed={typed} errors={errors} onType={set} />
      ))}
      <OtherFields typed={typed} errors={errors} onType={set} />
      <div role="status">
        <ReplayLine replay={attempt.data ?? limits.replay} />
        {save.isSuccess && <p>{say('limits.saved')}</p>}
      </div>
      <div className="buttons">
        <Button type="submit" isBusy={save.isPending}>
          {say('limits.save')}
        </Button>
        <Button kind="secondary" isBusy={attempt.isPending} onClick={() => checked((rules) => attempt.mutate(rules))}>
          {say('limits.try')}
        </Button>
      </div>
      {raise !== null && (
        <RaiseDialog
          raise={raise}
          limits={limits}
          onKeep={() => setRaise(null)}
          onRaise={() => {
            setRaise(null)
            save.mutate(raise.rules)
          }}
        />
      )}
    </form>
  )
}

interface Around {
  readonly typed: Typed
  readonly errors: readonly FormError[]
  onType(field: string, text: string): void
}

const DAYS = ['from', 'to'] as const

function OtherFields({ typed, errors, onType }: Around) {
  const say = useSay()
  const field = (name: string) => ({
    id: `limit-${name}`,
    value: typed[name] ?? '',
    error: errorAt(errors, `limit-${name}`),
    isShort: true,
    onChange: (event: { readonly target: { readonly value: string } }) => onType(name, event.target.value),
  })
  return (
    <>
      <Field {...field('smallKind')} label={say('limits.smallKind')} inputMode="numeric" />
      <Field
        {...field('otherUpdatesShare.share')}
        label={say('limits.otherUpdatesShare')}
        hint={say('limits.otherUpdatesShare.hint')}
        inputMode="decimal"
      />
      <fieldset className="field">
        <legend className="label">{say('limits.year_start')}</legend>
        <p className="hint">{say('limits.year_start.hint')}</p>
        {DAYS.map((it) => (
          <Field key={it} {...field(it)} label={say(`limits.${it}`)} hint={say('limits.day_hint')} />
        ))}
      </fieldset>
    </>
  )
}

function useLimits(limits: LimitsDetails, told: { onErrors(errors: readonly FormError[]): void; onOverwritten(now: LimitsDetails): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school }
  const read = apiQuery('limits.read', { params })
  const onError = (error: Error): void => told.onErrors(formErrors(error, say, () => undefined))
  const attempt = useMutation({ mutationFn: (body: LimitRulesDetails) => call('limits.try', { params, body }), onError })
  const save = useMutation({
    mutationFn: (rules: LimitRulesDetails) => {
      const { limits: seenLimits, yearStartWindow } = limits
      return call('limits.change', { params, body: { ...rules, seen: { limits: seenLimits, yearStartWindow } } })
    },
    onSuccess: (now) => {
      keepAnswer(read, now)
      attempt.reset()
    },
    onError: (error) => {
      if (problemOf(error)?.status === 412) void client.fetchQuery({ ...read, staleTime: 0 }).then(told.onOverwritten, () => undefined)
      onError(error)
    },
  })
  return { attempt, save }
}

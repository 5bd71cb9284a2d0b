import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { formErrors } from '../../../../kit/form-errors.ts'
import { useSay } from '../../../../words.tsx'

type Period = CalendarDetails['periods'][number]
type Typed = Omit<Period, 'id'>

const KINDS = ['closed', 'term'] as const
const FIELDS = ['name', 'from', 'to'] as const

/** Adds a period to the calendar, or changes one. */
export function PeriodForm({ period, onSaved }: { readonly period: Period | null; onSaved(now: CalendarDetails, name: string): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const at = period === null ? 'new' : 'old'
  const [typed, setTyped] = useState<Typed>(() => period ?? { kind: 'closed', name: '', from: '', to: '' })
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const save = useMutation({
    mutationFn: ({ kind, name, from, to }: Typed) => {
      const body = { kind, name: name.trim(), from, to }
      return period === null
        ? call('calendar.add', { params: { school }, body, idempotencyKey: newKey() })
        : call('calendar.change', { params: { school, period: period.id }, body })
    },
    onSuccess: (now, { name }) => onSaved(now, name.trim()),
    onError: (error) =>
      setErrors(
        formErrors(error, say, (path) => {
          const field = FIELDS.find((it) => it === path)
          return field === undefined ? undefined : { id: `${at}-${field}`, label: say(`calendar.${field}`) }
        }),
      ),
  })
  const submit = (): void => {
    const missing = FIELDS.filter((it) => typed[it].trim() === '').map((it) => ({
      field: `${at}-${it}`,
      text: say(`calendar.${it}_missing`),
    }))
    const isBackwards = missing.length === 0 && typed.to < typed.from
    const wrong = isBackwards ? [{ field: `${at}-to`, text: say('calendar.to_before') }] : missing
    setErrors(wrong)
    if (wrong.length === 0) save.mutate(typed)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <RadioGroup
        id={`${at}-kind`}
        label={say('calendar.kind')}
        value={typed.kind}
        choices={KINDS.map((it) => ({ value: it, label: say(`calendar.kind.${it}`), detail: say(`calendar.kind.${it}.detail`) }))}
        onChange={(kind) => setTyped({ ...typed, kind })}
      />
      {FIELDS.map((it) => (
        <Field
          key={it}
          id={`${at}-${it}`}
          label={say(`calendar.${it}`)}
          hint={it === 'name' ? say('calendar.name_hint') : undefined}
          type={it === 'name' ? 'text' : 'date'}
          isShort={it !== 'name'}
          maxLength={it === 'name' ? 80 : undefined}
          value={typed[it]}
          error={errorAt(errors, `${at}-${it}`)}
          onChange={(event) => setTyped({ ...typed, [it]: event.target.value })}
        />
      ))}
      <Button type="submit" kind={period === null ? 'secondary' : 'primary'} isBusy={save.isPending}>
        {say(period === null ? 'calendar.add' : 'calendar.save')}
      </Button>
    </form>
  )
}

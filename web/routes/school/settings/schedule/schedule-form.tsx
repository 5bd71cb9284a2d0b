import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ScheduleDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../kit/choice-group.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { formErrors } from '../../../../kit/form-errors.ts'
import { problemOf } from '../../../../kit/problem-words.ts'
import { useSay } from '../../../../words.tsx'

const MODES = ['off', 'check', 'sync', 'additions'] as const
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

type Typed = Pick<ScheduleDetails, 'mode' | 'time' | 'days' | 'onlyInTerm'>

/** Sets when, and how far it goes. */
export function ScheduleForm({
  schedule,
  onSaved,
}: {
  readonly schedule: ScheduleDetails
  onSaved(now: ScheduleDetails, told: string): void
}) {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>(() => ({
    ...{ mode: schedule.mode, time: schedule.time, days: schedule.days, onlyInTerm: schedule.onlyInTerm },
  }))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const save = useSaving(schedule, { onErrors: setErrors, onSaved: (now) => onSaved(now, say('schedule.saved')) })
  const submit = (): void => {
    const wrong = [
      ...(typed.time === '' ? [{ field: 'schedule-time', text: say('schedule.time_missing') }] : []),
      ...(typed.days.length === 0 ? [{ field: 'schedule-days', text: say('schedule.days_missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length === 0) save.mutate(typed)
  }
  return (
    <form
      noValidate
      className="section"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <RadioGroup
        id="schedule-mode"
        label={say('schedule.mode')}
        isLarge
        value={typed.mode}
        choices={MODES.map((it) => ({ value: it, label: say(`schedule.mode.${it}`), detail: say(`schedule.mode.${it}.detail`) }))}
        onChange={(mode) => setTyped({ ...typed, mode })}
      />
      {typed.mode !== 'off' && <Times schedule={schedule} typed={typed} errors={errors} onChange={setTyped} />}
      <Button type="submit" isBusy={save.isPending}>
        {say('schedule.save')}
      </Button>
    </form>
  )
}

function Times({
  schedule,
  typed,
  errors,
  onChange,
}: {
  readonly schedule: ScheduleDetails
  readonly typed: Typed
  readonly errors: readonly FormError[]
  onChange(typed: Typed): void
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const { timeZone, clocksChangeOn, hasTerms } = schedule
  const zone = timeZone.replaceAll('_', ' ')
  return (
    <>
      <Field
        id="schedule-time"
        type="time"
        isShort
        label={say('schedule.time')}
        hint={
          clocksChangeOn === null
            ? say('schedule.time_hint', { zone })
            : say('schedule.time_hint_change', { zone, date: say.date(clocksChangeOn) })
        }
        value={typed.time}
        error={errorAt(errors, 'schedule-time')}
        onChange={(event) => onChange({ ...typed, time: event.target.value })}
      />
      <CheckboxGroup
        id="schedule-days"
        label={say('schedule.days')}
        error={errorAt(errors, 'schedule-days')}
        values={DAYS.filter((it) => typed.days.includes(Number(it)))}
        choices={DAYS.map((it) => ({ value: it, label: say(`schedule.day.${it}`) }))}
        onChange={(days) => onChange({ ...typed, days: days.map(Number).sort() })}
      />
      <CheckboxGroup
        id="schedule-term"
        label={say('schedule.term')}
        values={typed.onlyInTerm ? ['only'] : []}
        choices={[{ value: 'only', label: say('schedule.only_in_term'), detail: say('schedule.only_in_term.detail') }]}
        onChange={(values) => onChange({ ...typed, onlyInTerm: values.length > 0 })}
      />
      {typed.onlyInTerm && !hasTerms && (
        <p>
          {say('schedule.no_terms')}{' '}
          <Link to="/s/$school/settings/calendar" params={{ school }}>
            {say('schedule.to_calendar')}
          </Link>
        </p>
      )}
    </>
  )
}

function useSaving(schedule: ScheduleDetails, told: { onErrors(errors: readonly FormError[]): void; onSaved(now: ScheduleDetails): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school }
  return useMutation({
    mutationFn: (body: Typed) => call('schedule.change', { params, ifMatch: schedule.version, body }),
    onSuccess: told.onSaved,
    onError: (error) => {
      if (problemOf(error)?.status === 412) void client.invalidateQueries(apiQuery('schedule.read', { params }))
      told.onErrors(
        formErrors(error, say, (path) => {
          if (path === 'time') return { id: 'schedule-time', label: say('schedule.time') }
          return path === 'days' ? { id: 'schedule-days', label: say('schedule.days') } : undefined
        }),
      )
    },
  })
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScheduleDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { formErrors } from '../../../../kit/form-errors.ts'
import { useSay } from '../../../../words.tsx'

/** Pauses the schedule until a day. */
export function PauseForm({ onPaused }: { onPaused(schedule: ScheduleDetails): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [until, setUntil] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const pause = useMutation({
    mutationFn: () => call('schedule.pause', { params: { school }, body: { until } }),
    onSuccess: onPaused,
    onError: (error) =>
      setErrors(
        formErrors(error, say, (path) => (path === 'until' ? { id: 'pause-until', label: say('schedule.pause_until') } : undefined)),
      ),
  })
  const submit = (): void => {
    const wrong = until === '' ? [{ field: 'pause-until', text: say('schedule.pause_missing') }] : []
    setErrors(wrong)
    if (wrong.length === 0) pause.mutate()
  }
  return (
    <section aria-labelledby="pause" className="section">
      <h2 id="pause">{say('schedule.pause')}</h2>
      <p>{say('schedule.pause_lead')}</p>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!pause.isPending) submit()
        }}
      >
        <Field
          id="pause-until"
          type="date"
          isShort
          label={say('schedule.pause_until')}
          hint={say('schedule.pause_hint')}
          value={until}
          error={errorAt(errors, 'pause-until')}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button type="submit" kind="secondary" isBusy={pause.isPending}>
          {say('schedule.pause_do')}
        </Button>
      </form>
    </section>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { fieldName } from '../../../kit/field-words.ts'
import { formErrors } from '../../../kit/form-errors.ts'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'
import { FieldToChange } from './field-to-change.tsx'

/** One detail of a person, with its lock. */
export type FieldOfPerson = PersonDetails['fields'][number]

interface OfField {
  readonly person: PersonDetails
  readonly field: FieldOfPerson
}

/** Keeps a detail as it is here for a while, whatever the MIS says. For who may, in a school that allows it. */
export function PinButton({ person, field }: OfField) {
  const say = useSay()
  const mayPin = useMay('school.configure')
  const [isOpen, setOpen] = useState(false)
  if (!mayPin) return null
  return (
    <>
      <Button kind="secondary" isSmall onClick={() => setOpen(true)}>
        {say('person.pin', { field: fieldName(say, field.field, person.kind) })}
      </Button>
      {isOpen && <PinDialog person={person} field={field} onClose={() => setOpen(false)} />}
    </>
  )
}

/** That a detail is kept here, why and until when, and the way to give it back. */
export function Pinned({ person, field, pin }: OfField & { readonly pin: NonNullable<FieldOfPerson['pin']> }) {
  const say = useSay()
  const mayPin = useMay('school.configure')
  const { code: school } = useSchool()
  const saved = useSaved(person)
  const name = fieldName(say, field.field, person.kind)
  const unpin = useMutation({
    mutationFn: () =>
      call('people.unpin', { params: { school, person: person.id }, body: { field: field.field }, ifMatch: person.version }),
    ...saved,
  })
  return (
    <details className="lock-details">
      <summary>{say('person.pinned', { until: say.date(pin.until) })}</summary>
      <p className="muted">{say('person.pinned_why', { reason: pin.reason, name: pin.by })}</p>
      {mayPin && (
        <Button kind="secondary" isSmall isBusy={unpin.isPending} onClick={() => unpin.mutate()}>
          {say('person.unpin', { field: name })}
        </Button>
      )}
      {unpin.isError && <p role="alert">{say(problemOf(unpin.error)?.status === 412 ? 'person.conflict' : 'kit.unreachable_cure')}</p>}
    </details>
  )
}

function PinDialog({ person, field: { field, value }, onClose }: OfField & { onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const name = fieldName(say, field, person.kind)
  const [typed, setTyped] = useState({ value: value ?? '', reason: '', until: '' })
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const saved = useSaved(person, onClose)
  const pin = useMutation({
    mutationFn: () =>
      call('people.pin', {
        params: { school, person: person.id },
        ifMatch: person.version,
        body: { field, ...typed, value: typed.value.trim() || null },
      }),
    ...saved,
    onError: (error) => {
      saved.onError(error)
      const isOld = problemOf(error)?.status === 412
      const fieldAt = (path: string) => (path.endsWith(field) ? { id: `person-${field}`, label: name } : undefined)
      setErrors(isOld ? [{ field: '', text: say('person.conflict') }] : formErrors(error, say, fieldAt))
    },
  })
  const submit = (): void => {
    const missing = (['reason', 'until'] as const).filter((it) => typed[it].trim() === '')
    setErrors(missing.map((it) => ({ field: `pin-${it}`, text: say(`person.pin_needs_${it}`) })))
    if (missing.length === 0 && !pin.isPending) pin.mutate()
  }
  return (
    <Dialog title={say('person.pin_title', { field: name, name: person.name })} onClose={onClose}>
      <p>{say('person.pin_how')}</p>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FieldToChange
          {...{ field, label: name, value: typed.value }}
          error={errorAt(errors, `person-${field}`)}
          onChange={(it) => setTyped({ ...typed, value: it })}
        />
        <Field
          id="pin-reason"
          label={say('person.pin_reason')}
          error={errorAt(errors, 'pin-reason')}
          value={typed.reason}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
        />
        <Field
          id="pin-until"
          type="date"
          label={say('person.pin_until')}
          hint={say('person.pin_until_hint')}
          error={errorAt(errors, 'pin-until')}
          value={typed.until}
          onChange={(event) => setTyped({ ...typed, until: event.target.value })}
        />
        <div className="buttons">
          <Button type="submit" isBusy={pin.isPending}>
            {say('person.pin_save')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The record as it is after an act; one that somebody else changed meanwhile is read again. */
function useSaved(person: PersonDetails, onDone?: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return {
    onSuccess: (now: PersonDetails) => {
      keepAnswer(apiQuery('people.read', { params: { school, person: person.id } }), now)
      void client.invalidateQueries({ queryKey: ['people.list'] })
      onDone?.()
    },
    onError: (error: unknown) => {
      if (problemOf(error)?.status === 412) void client.invalidateQueries({ queryKey: ['people.read'] })
    },
  }
}

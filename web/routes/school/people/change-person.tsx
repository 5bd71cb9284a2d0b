import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { fieldName } from '../../../kit/field-words.ts'
import { formErrors } from '../../../kit/form-errors.ts'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'
import { FieldToChange } from './field-to-change.tsx'

type Typed = Readonly<Record<string, string>>

/** Changes what the MIS does not own. The details that it owns are not offered (S-187). */
export function ChangePerson({ person, onClose }: { readonly person: PersonDetails; onClose(saved: boolean): void }) {
  const say = useSay()
  const open = person.fields.filter((it) => !it.isLocked)
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(open.map((it) => [it.field, it.value ?? ''])))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const save = useSaving(person, { onSaved: () => onClose(true), onErrors: setErrors })
  const changes = Object.fromEntries(
    open.flatMap(({ field, value }) => (typed[field] === (value ?? '') ? [] : [[field, typed[field]?.trim() || null]])),
  )
  return (
    <Dialog title={say('person.change_title', { name: person.name })} onClose={() => onClose(false)}>
      <ErrorSummary errors={errors} />
      {open.length < person.fields.length && <p>{say('person.change_locked')}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (Object.keys(changes).length === 0) onClose(false)
          else if (!save.isPending) save.mutate(changes)
        }}
      >
        {open.map(({ field }) => (
          <FieldToChange
            key={field}
            field={field}
            label={fieldName(say, field, person.kind)}
            value={typed[field] ?? ''}
            error={errorAt(errors, `person-${field}`)}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <div className="buttons">
          <Button type="submit" isBusy={save.isPending}>
            {say('person.save')}
          </Button>
          <Button kind="secondary" onClick={() => onClose(false)}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Outcome {
  onSaved(): void
  onErrors(errors: readonly FormError[]): void
}

function useSaving(person: PersonDetails, { onSaved, onErrors }: Outcome) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school, person: person.id }
  return useMutation({
    mutationFn: (fields: Readonly<Record<string, string | null>>) =>
      call('people.change', { params, ifMatch: person.version, body: { fields: { ...fields } } }),
    onSuccess: (saved) => {
      keepAnswer(apiQuery('people.read', { params }), saved)
      void client.invalidateQueries({ queryKey: ['people.list'] })
      onSaved()
    },
    onError: (error) => {
      if (problemOf(error)?.status === 412) {
        void client.invalidateQueries({ queryKey: ['people.read'] })
        return onErrors([{ field: '', text: say('person.conflict') }])
      }
      onErrors(
        formErrors(error, say, (path) => {
          const field = path.split('.').at(-1) ?? ''
          return person.fields.some((it) => it.field === field)
            ? { id: `person-${field}`, label: fieldName(say, field, person.kind) }
            : undefined
        }),
      )
    },
  })
}

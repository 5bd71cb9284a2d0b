import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { fieldName } from '../../../kit/field-words.ts'
import { formErrors } from '../../../kit/form-errors.ts'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'
import { FieldToChange } from './field-to-change.tsx'
import type { PeopleKind } from './people-columns.tsx'

const FIELDS = {
  pupils: ['firstName', 'lastName', 'birthDate', 'sex', 'upn', 'yearGroup', 'registrationClass', 'email'],
  teachers: ['firstName', 'lastName', 'email', 'position', 'userType', 'customId'],
} as const

/** What there is to choose from. */
type Choices = Pick<RouteAnswer<'people.list'>, 'yearGroups' | 'registrationClasses'>

/** Adds somebody by hand, where one may (S-206, S-207). */
export function AddPerson({ kind, choices }: { readonly kind: PeopleKind; readonly choices: Choices }) {
  const say = useSay()
  const mayAdd = useMay('people.add')
  const [isOpen, setOpen] = useState(false)
  if (!mayAdd) return null
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {say(`people.add_${kind}`)}
      </Button>
      {isOpen && <AddDialog kind={kind} choices={choices} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ kind, choices, onClose }: { readonly kind: PeopleKind; readonly choices: Choices; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const { add, alike } = useAdding(kind, setErrors)
  const given: Readonly<Record<string, readonly string[]>> = {
    yearGroup: ['', ...choices.yearGroups],
    registrationClass: ['', ...choices.registrationClasses],
  }
  return (
    <Dialog title={say(`people.add_${kind}`)} onClose={onClose}>
      <p>{say('people.add_how')}</p>
      <ErrorSummary errors={errors} />
      {alike !== null && (
        <div role="alert">
          <p>
            {say('people.add_alike')}{' '}
            <Link
              to={kind === 'pupils' ? '/s/$school/people/pupils' : '/s/$school/people/teachers'}
              params={{ school }}
              search={{ q: nameIn(alike) }}
              onClick={onClose}
            >
              {say('people.add_look')}
            </Link>
          </p>
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // what was refused once is only added as it was refused
          if (!add.isPending) add.mutate({ typed, evenIfAlike: alike === typed })
        }}
      >
        {FIELDS[kind].map((field) => (
          <FieldToChange
            key={field}
            field={field}
            label={fieldName(say, field, kind === 'pupils' ? 'pupil' : 'staff')}
            value={typed[field] ?? ''}
            error={errorAt(errors, `person-${field}`)}
            choices={given[field]}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <div className="buttons">
          <Button type="submit" isBusy={add.isPending}>
            {say(alike === typed ? 'people.add_all_the_same' : 'people.add')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Adding {
  readonly typed: Readonly<Record<string, string>>
  readonly evenIfAlike: boolean
}

/** Adds, and goes to the new record; or says what is wrong, and what was typed when somebody like that was here. */
function useAdding(kind: PeopleKind, onErrors: (errors: readonly FormError[]) => void) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  const [alike, setAlike] = useState<Adding['typed'] | null>(null)
  const as = kind === 'pupils' ? 'pupil' : 'staff'
  const add = useMutation({
    mutationFn: ({ typed: { registrationClass, ...typed }, evenIfAlike }: Adding) => {
      const fields = Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, text.trim() || null]))
      const body = { kind: as, fields, registrationClass: registrationClass || null, evenIfAlike } as const
      return call('people.add', { params: { school }, body, idempotencyKey: key })
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['people.list'] })
      void navigate({ to: '/s/$school/people/$person', params: { school, person: id } })
    },
    onError: (error, { typed }) => {
      setKey(newKey())
      const isAlike = problemOf(error)?.code === 'person.looks_known'
      setAlike(isAlike ? typed : null)
      const fieldAt = (path: string) => {
        const field = FIELDS[kind].find((it) => it === path.split('.').at(-1))
        return field === undefined ? undefined : { id: `person-${field}`, label: fieldName(say, field, as) }
      }
      onErrors(isAlike ? [] : formErrors(error, say, fieldAt))
    },
  })
  return { add, alike }
}

function nameIn({ firstName = '', lastName = '' }: Adding['typed']): string {
  return `${firstName} ${lastName}`.trim()
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Field } from '../../../kit/field.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'

interface OfPerson {
  readonly person: PersonDetails
}

/** Protects a person, once why has been said (N-14). For who may change people. */
export function ProtectButton({ person }: OfPerson) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  if (person.protection !== null) return null
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {say('person.protect')}
      </Button>
      {isAsking && <ProtectDialog person={person} onClose={() => setAsking(false)} />}
    </>
  )
}

/** That a person is protected, why, and the way to end it. */
export function ProtectedNotice({ person }: OfPerson) {
  const say = useSay()
  const { timeZone, code: school } = useSchool()
  const mayEnd = useMay('school.configure')
  const end = useAct(person, () => call('people.unprotect', { params: { school, person: person.id }, ifMatch: person.version }))
  if (person.protection === null || person.mergedInto !== null) return null
  const { reason, by, at } = person.protection
  return (
    <Banner kind="notice" title={say('person.protected')}>
      <p>{say('person.protected_why', { reason, name: by, at: say.instant(at, timeZone) })}</p>
      <p>{say('person.protect_how')}</p>
      {mayEnd && (
        <div className="buttons">
          <Button kind="secondary" isBusy={end.isPending} onClick={() => end.mutate('')}>
            {say('person.unprotect')}
          </Button>
        </div>
      )}
      <Refusal error={end.error} />
    </Banner>
  )
}

function ProtectDialog({ person, onClose }: OfPerson & { onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const protect = useAct(
    person,
    (said) => call('people.protect', { params: { school, person: person.id }, body: { reason: said }, ifMatch: person.version }),
    onClose,
  )
  const submit = (): void => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '' && !protect.isPending) protect.mutate(reason.trim())
  }
  return (
    <Dialog title={say('person.protect_title', { name: person.name })} onClose={onClose}>
      <p>{say('person.protect_how')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          id="protect-reason"
          label={say('person.protect_reason')}
          error={isMissing ? say('person.protect_needs_reason') : undefined}
          value={reason}
          maxLength={200}
          data-first-focus
          onChange={(event) => setReason(event.target.value)}
        />
        <Refusal error={protect.error} />
        <div className="buttons">
          <Button type="submit" isBusy={protect.isPending}>
            {say('person.protect')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Refusal({ error }: { readonly error: Error | null }) {
  const say = useSay()
  if (error === null) return null
  return problemOf(error)?.status === 412 ? <p role="alert">{say('person.conflict')}</p> : <ProblemView error={error} />
}

/** The record as it is after an act; one that somebody else changed meanwhile is read again. */
function useAct(person: PersonDetails, act: (said: string) => Promise<PersonDetails>, onDone?: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (now) => {
      keepAnswer(apiQuery('people.read', { params: { school, person: person.id } }), now)
      onDone?.()
      // what was pressed goes with the state it belonged to
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector('h1')?.focus()
      })
    },
    onError: (error) => {
      if (problemOf(error)?.status === 412) void client.invalidateQueries({ queryKey: ['people.read'] })
    },
  })
}

import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Field } from '../../../kit/field.tsx'
import { useSay } from '../../../words.tsx'
import { Refusal, useRecordAct } from './record-act.tsx'

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
  const end = useRecordAct(person, () => call('people.unprotect', { params: { school, person: person.id }, ifMatch: person.version }))
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
  const protect = useRecordAct(
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

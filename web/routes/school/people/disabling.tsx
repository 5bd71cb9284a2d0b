import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Interruption } from '../../../kit/interruption.tsx'
import { useSay } from '../../../words.tsx'
import { Refusal, useRecordAct } from './record-act.tsx'

interface OfPerson {
  readonly person: PersonDetails
}

/** Disables somebody, once what that means has been read (S-199). For who may change people. */
export function DisableButton({ person }: OfPerson) {
  const say = useSay()
  const { code: school } = useSchool()
  const [isAsking, setAsking] = useState(false)
  const disable = useRecordAct(
    person,
    () => call('people.disable', { params: { school, person: person.id }, ifMatch: person.version }),
    () => setAsking(false),
  )
  if (person.isDisabled) return null
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {say('person.disable')}
      </Button>
      {isAsking && (
        <Interruption
          title={say('person.disable_title', { name: person.name })}
          act={say('person.disable')}
          keep={say('common.cancel')}
          isBusy={disable.isPending}
          onAct={() => disable.mutate('')}
          onKeep={() => setAsking(false)}
        >
          <p>{say('person.disable_body')}</p>
          {person.sync === 'synced' && <p>{say('person.disable_synced')}</p>}
          <Refusal error={disable.error} />
        </Interruption>
      )}
    </>
  )
}

/** That somebody is disabled, who says so, and the way back where it was said here. */
export function DisabledNotice({ person }: OfPerson) {
  const say = useSay()
  const { code: school } = useSchool()
  const mayEnable = useMay('school.configure')
  const enable = useRecordAct(person, () => call('people.enable', { params: { school, person: person.id }, ifMatch: person.version }))
  if (!person.isDisabled || person.mergedInto !== null) return null
  const isOurs = person.isDisabledHere || person.sync !== 'synced'
  return (
    <Banner kind="notice" title={say('person.disabled')}>
      <p>{say(isOurs ? 'person.disabled_here' : 'person.disabled_there')}</p>
      {mayEnable && isOurs && (
        <div className="buttons">
          <Button kind="secondary" isBusy={enable.isPending} onClick={() => enable.mutate('')}>
            {say('person.enable')}
          </Button>
        </div>
      )}
      <Refusal error={enable.error} />
    </Banner>
  )
}
